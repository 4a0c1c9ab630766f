"""The licences of packages that are made in folders of one project: workspace members, modules.

What a manifest takes from above is looked up there: Cargo's `license.workspace = true`, and a pom.xml without
licences, which has those of its parent. A Go module without a file LICENSE comes with that of the top of its
repository, of exactly this name (https://go.dev/ref/mod#vcs-license). Where nothing is stated, nothing is
made up. A package that states nothing and says that it is not published is left out: nobody gets it alone.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from posixpath import dirname, join

from folkmoot.licences.files import licence_files
from folkmoot.licences.manifests import declared_in, reader_of
from folkmoot.licences.project import MANIFEST_BYTES, decided, read_texts, text_said
from folkmoot.licences.words import LONGEST
from folkmoot.model.check import Ground
from folkmoot.model.licence import Member, Place, Said

MOST_MEMBERS = 2_000
MOST_TEXTS = 200
"""Licence texts in folders that are compared; each takes a while."""
DEEPEST = 20
UNPUBLISHED = re.compile(
    r"""^[ \t]*publish[ \t]*=[ \t]*(?:false\b|\[[ \t]*\])|"private"\s*:\s*true\b""", re.MULTILINE
)
"""How manifests of Cargo and npm say that a package goes into no registry."""
GO_TAKES = "LICENSE"
"""The one file of the top that Go puts into a module that has none of this name."""


def members_of(ground: Ground, packages: Mapping[str, str]) -> tuple[Member, ...]:
    """Give what the packages say whose manifests stand at these paths, below the top; by their paths.

    `packages` gives each manifest's name of its package. What is not in this clone says nothing here, and is
    marked as unread.
    """
    below = sorted(path for path in packages if "/" in path)[:MOST_MEMBERS]
    wanted = {above for path in below for above in _at_or_above(path)} & set(ground.paths())
    manifests, unread = read_texts(ground, sorted(wanted), MANIFEST_BYTES)
    beside = _texts_beside(ground, below)
    texts, missing = read_texts(ground, [path for told in beside.values() for path in told], LONGEST)
    is_go = any(path.endswith("/go.mod") for path in below)
    from_top = [GO_TAKES] if is_go and GO_TAKES in ground.paths() else []
    top, top_missing = read_texts(ground, from_top, LONGEST)
    said = _compared(texts | top)
    gone = {*unread, *missing, *top_missing}
    found = []
    for path in below:
        files = beside[dirname(path)]
        if path.endswith("/go.mod") and join(dirname(path), GO_TAKES) not in files:
            files = [*files, *from_top]
        told = [said[text] for text in files if text in said]
        told += _declared(path, manifests)
        is_unread = path in gone or not gone.isdisjoint(files)
        if not told and not is_unread and UNPUBLISHED.search(manifests.get(path, "")):
            continue
        expression = "" if is_unread else decided([_at_top(each) for each in told])
        found.append(Member(packages[path], path, tuple(told), expression, is_unread))
    return tuple(found)


def _compared(texts: Mapping[str, str]) -> dict[str, Said]:
    """Give what each text says; copies of one text are compared once, and no more than MOST_TEXTS."""
    known: dict[str, Said] = {}
    for path, text in texts.items():
        if text not in known and len(known) < MOST_TEXTS:
            known[text] = text_said(path, text)
    return {path: replace(known[text], path=path) for path, text in texts.items() if text in known}


def _at_or_above(path: str) -> Iterable[str]:
    """Give a manifest's path, and those of the same name in the folders above it."""
    name = path.rpartition("/")[2]
    yield path
    folder = dirname(path)
    for _ in range(DEEPEST):
        if not folder or name not in {"Cargo.toml", "pom.xml"}:
            return
        folder = dirname(folder)
        yield join(folder, name)


def _texts_beside(ground: Ground, manifests: Iterable[str]) -> dict[str, list[str]]:
    """Give the licence files in the folder of each manifest, by the folder."""
    folders: dict[str, list[str]] = {dirname(path): [] for path in manifests}
    names: dict[str, list[str]] = {folder: [] for folder in folders}
    for path in ground.paths():
        folder, _, name = path.rpartition("/")
        if folder in names:
            names[folder].append(name)
    for folder, told in names.items():
        folders[folder] = [join(folder, name) for name in licence_files(told)]
    return folders


def _declared(path: str, manifests: Mapping[str, str]) -> list[Said]:
    """Give what a manifest declares, or what it takes from one above."""
    text = manifests.get(path)
    if text is None or reader_of(path) is None:
        return []
    found = declared_in(path, text)
    if found or not _takes_from_above(path, text):
        return found
    for above in list(_at_or_above(path))[1:]:
        if above in manifests and (found := declared_in(above, manifests[above])):
            return found
    return []


def _takes_from_above(path: str, text: str) -> bool:
    if path.endswith("pom.xml"):
        return "<parent>" in text
    if not path.endswith("Cargo.toml"):
        return False
    try:
        package = tomllib.loads(text).get("package")
    except (ValueError, RecursionError):
        return False
    told = package.get("license") if isinstance(package, dict) else None
    return isinstance(told, dict) and told.get("workspace") is True


def _at_top(said: Said) -> Said:
    """Give a statement as if its folder were the whole project, which is what it is for a package."""
    path = said.path.rpartition("/")[2] if said.place is Place.TEXT else said.path
    return replace(said, path=path)
