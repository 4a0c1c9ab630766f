"""Everything a tree says it is made of: its manifests and lock files, read, told apart and joined."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from folkmoot.model.check import Tree
from folkmoot.model.component import Inventory, Manifest
from folkmoot.supply.apart import apart
from folkmoot.supply.foreign import foreign_files
from folkmoot.supply.joining import joined
from folkmoot.supply.manifests import Format, format_of, read_manifest
from folkmoot.supply.reading.document import LARGEST

MAX_FILES = 5_000
MAX_TOTAL = 100_000_000
"""Files read, and bytes read of all of them together; what is beyond is counted as left out.

A byte of what takes longer to read counts for several.
"""
MAX_BESIDE = 2_000
LARGEST_BESIDE = 4_000_000


def read_inventory(tree: Tree) -> Inventory:
    """Read every file of dependencies of a tree. What is set apart is listed and not read."""
    links = set(tree.links())
    known = [
        (path, form) for path in tree.paths() if path not in links and (form := format_of(path)) is not None
    ]
    aside = [_aside(path, form) for path, form in known if apart(path)]
    wanted = {path: form for path, form in known if not apart(path)}
    chosen = list(wanted)[:MAX_FILES]
    beside = _neighbours(tree)
    manifests: list[Manifest] = []
    unread: list[str] = []
    total = 0
    left_out = len(wanted) - len(chosen)
    for path, content, size in tree.read_all(chosen, LARGEST + 1):
        total += min(size, LARGEST) * wanted[path].cost
        if content is None:
            unread.append(path)
        elif total > MAX_TOTAL:
            left_out += 1
        else:
            manifests.append(read_manifest(wanted[path], path, content, beside))
    told = sorted([*joined(manifests), *aside], key=lambda each: each.path)
    return Inventory(tuple(told), tuple(unread), foreign_files(tree), left_out)


def _aside(path: str, form: Format) -> Manifest:
    return Manifest(path, form.name, form.kind, form.ecosystem, apart=apart(path))


def _neighbours(tree: Tree) -> Callable[[str], bytes | None]:
    """Give a reader of files by path that reads each at most once, and no more than MAX_BESIDE of them."""
    kept: dict[str, bytes | None] = {}

    def read(path: str, paths: set[str], links: set[str]) -> bytes | None:
        if path not in paths or path in links:
            return None
        if path not in kept:
            kept[path] = tree.read(path, LARGEST_BESIDE) if len(kept) < MAX_BESIDE else None
        return kept[path]

    return partial(read, paths=set(tree.paths()), links=set(tree.links()))
