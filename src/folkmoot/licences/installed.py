"""The licences that installed packages state: a folder of Python's dist-info, of node_modules, or of both.

The folder is given by whoever asks. It is only read: no link is followed, nothing is imported or run.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from folkmoot.licences.detect import match
from folkmoot.licences.files import licence_files
from folkmoot.licences.manifests import declared_in
from folkmoot.licences.manifests.toml_files import CLASSIFIER
from folkmoot.licences.names import of_classifier, understood
from folkmoot.model.errors import UsageError

MOST_FOLDERS = 200_000
DEEPEST = 40
MOST_BYTES = 400_000
MOST_COMPARED = 500
"""Packages whose licence text is compared because their metadata says too little; each takes a while."""
METADATA = ("METADATA", "PKG-INFO")
FIELD = re.compile(r"^(Name|Version|License|License-Expression|Classifier):[ \t]*(.{0,400})$", re.IGNORECASE)
SEPARATORS = re.compile(r"[-_.]+")


@dataclass(frozen=True)
class Installed:
    """One installed package: `type` as in package URLs, what it states, and the file that states it."""

    type: str
    name: str
    version: str
    words: str
    expression: str
    path: str


def installed(folder: Path) -> list[Installed]:
    """Read every package below `folder`. Raises UsageError when there is no such folder."""
    if not folder.is_dir():
        raise UsageError(
            f"There is no folder {folder}.",
            hint="--packages takes a folder with site-packages or node_modules.",
        )
    found = []
    compared = 0
    for path in _metadata(folder):
        try:
            with path.open("rb") as file:
                text = file.read(MOST_BYTES).decode("utf-8-sig", "replace")
        except OSError:
            continue
        shown = path.relative_to(folder).as_posix()
        read = _node(text, shown) if path.name == "package.json" else _python(text, shown)
        if read and not read.expression and compared < MOST_COMPARED:
            compared += 1
            with suppress(OSError):
                read = _by_text(read, path.parent, folder)
        if read:
            found.append(read)
    return sorted(found, key=lambda each: (each.type, each.name, each.version, each.path))


def _by_text(package: Installed, folder: Path, root: Path) -> Installed:
    """Give a package by the one licence text that lies beside its metadata, if its words say too little."""
    for place in (folder, folder / "licenses"):
        if place.is_symlink() or not place.is_dir():
            continue
        names = sorted(each.name for each in place.iterdir() if each.is_file() and not each.is_symlink())
        texts = [place / name for name in licence_files(names)]
        if len(texts) != 1:
            continue
        with texts[0].open("rb") as file:
            found = match(file.read(MOST_BYTES).decode("utf-8-sig", "replace"))
        if found and found.expression:
            shown = texts[0].relative_to(root).as_posix()
            return replace(package, words=found.expression, expression=found.expression, path=shown)
    return package


def _metadata(folder: Path) -> Iterator[Path]:
    """Give the files that describe packages, links left alone."""
    waiting = [(folder, 0)]
    seen = 0
    while waiting and seen < MOST_FOLDERS:
        here, depth = waiting.pop()
        seen += 1
        try:
            with os.scandir(here) as listed:
                entries = sorted(listed, key=lambda each: each.name)
        except OSError:
            continue
        for entry in entries:
            if entry.is_symlink():
                continue
            if entry.is_dir():
                if depth < DEEPEST:
                    waiting.append((Path(entry.path), depth + 1))
            elif _describes_package(here, entry.name):
                yield Path(entry.path)


def _describes_package(folder: Path, name: str) -> bool:
    if name == "package.json":
        return _is_package(folder)
    return name in METADATA and folder.name.endswith((".dist-info", ".egg-info"))


def _is_package(folder: Path) -> bool:
    """Tell whether a folder is one of node's packages, and no folder inside one."""
    above = folder.parent
    return above.name == "node_modules" or (
        above.name.startswith("@") and above.parent.name == "node_modules"
    )


def _node(text: str, path: str) -> Installed | None:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return None
    name = document.get("name") if isinstance(document, dict) else None
    if not isinstance(name, str) or not name:
        return None
    version = document.get("version")
    said = declared_in("package.json", text)
    known = [each.expression for each in said if each.expression]
    words = ", ".join(each.words for each in said)[:200]
    expression = known[0] if len(known) == len(said) == 1 else ""
    return Installed("npm", name, version if isinstance(version, str) else "", words, expression, path)


def _python(text: str, path: str) -> Installed | None:
    fields: dict[str, list[str]] = {}
    for line in text.splitlines():
        if not line:
            break
        found = FIELD.match(line)
        if found:
            fields.setdefault(found[1].lower(), []).append(found[2].strip())
    name, version = fields.get("name", [""])[0], fields.get("version", [""])[0]
    if not name:
        return None
    words, expression = _python_licence(fields)
    return Installed("pypi", normalized(name), version, words, expression, path)


def _python_licence(fields: dict[str, list[str]]) -> tuple[str, str]:
    """Give what Python's metadata states: the expression, else the older field, else the classifiers."""
    for key in ("license-expression", "license"):
        words = fields.get(key, [""])[0][:200]
        read = understood(words) if words and words.upper() != "UNKNOWN" else None
        if read and read.known:
            return words, read.text
    classifiers = [each for each in fields.get("classifier", []) if each.startswith(CLASSIFIER)]
    meant = list(dict.fromkeys(of_classifier(each) for each in classifiers))
    words = fields.get("license", [""])[0][:200] or ", ".join(classifiers)[:200]
    return words, meant[0] if len(meant) == 1 else ""


def normalized(name: str) -> str:
    """Give the name of a Python package in its one form (PEP 503)."""
    return SEPARATORS.sub("-", name).lower()
