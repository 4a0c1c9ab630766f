"""Whether a project's own code imports the part of a package that is vulnerable, where advisories name parts.

Go's advisories name the import paths that are affected; those of other ecosystems name the package alone.
What a dependency imports in its turn cannot be told from a clone: no import of our own is not "not affected".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from folkmoot.model.check import Tree
from folkmoot.model.vulnerability import Hit, Vulnerability

MOST_FILES = 60_000
HEAD = 64_000
"""Bytes at the beginning of a file in which its imports stand."""
_NAMES = re.compile(rb'"(?=([^"\s]{1,300})")')
"""Whatever stands in quotes without a space, which every import does, on lines of any kind."""
_OTHERS = re.compile(r"(^|/)(vendor|third_party|node_modules)/")


def with_reach(found: Iterable[Vulnerability], tree: Tree) -> tuple[Vulnerability, ...]:
    """Say of each hit whether a file of the project imports the vulnerable part, where parts are told."""
    holes = tuple(found)
    wanted = {path for hole in holes if any(map(_is_go, hole.hits)) for path in hole.imports}
    imported = imports_of(tree, wanted) if wanted else None
    if imported is None:
        return holes
    return tuple(_told(hole, imported) if hole.imports else hole for hole in holes)


def imports_of(tree: Tree, wanted: set[str]) -> set[str] | None:
    """Give those of the `wanted` import paths that Go files of the project name.

    None where there are too many files, or one is not in this clone: then nothing is known.
    """
    links = set(tree.links())
    paths = [
        path
        for path in tree.paths()
        if path.endswith(".go") and path not in links and not _OTHERS.search(path)
    ]
    if len(paths) > MOST_FILES:
        return None
    sought = {path.encode("utf-8", "replace"): path for path in wanted}
    found: set[str] = set()
    for _, content, _ in tree.read_all(paths, HEAD):
        if content is None:
            return None
        found.update(sought[name] for name in _NAMES.findall(content) if name in sought)
    return found


def _told(hole: Vulnerability, imported: set[str]) -> Vulnerability:
    is_reached = not imported.isdisjoint(hole.imports)
    hits = tuple(replace(hit, is_reached=is_reached) if _is_go(hit) else hit for hit in hole.hits)
    return replace(hole, hits=hits)


def _is_go(hit: Hit) -> bool:
    return hit.component.purl.type == "golang"
