"""Statements for many files at once: REUSE.toml in any folder, and .reuse/dep5.

REUSE.toml: https://reuse.software/spec-3.3/#reusetoml
dep5: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
"""

from __future__ import annotations

import posixpath
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from folkmoot.licences.headers.globs import Glob, dep5_glob, reuse_glob

DEP5 = ".reuse/dep5"
TOML = "REUSE.toml"
MOST = 2_000
"""Statements of one file that are read."""


class Precedence(StrEnum):
    """What wins when a file says something itself."""

    CLOSEST = "closest"
    AGGREGATE = "aggregate"
    OVERRIDE = "override"


@dataclass(frozen=True)
class Statement:
    """One statement about the files that match any of `globs`, relative to `folder`."""

    path: str
    folder: str
    globs: tuple[Glob, ...]
    licences: tuple[str, ...]
    notice: bool
    precedence: Precedence

    def covers(self, path: str) -> bool:
        """Tell whether the statement is about a file."""
        if not path.startswith(self.folder):
            return False
        inside = path[len(self.folder) :]
        return any(glob.matches(inside) for glob in self.globs)


class ForMany:
    """Every such statement of a project. `files` are the texts of REUSE.toml and dep5 files by path.

    A file with more patterns than `most` (together with those before it) is a problem, and not used: each
    pattern is held against each file of the project.
    """

    def __init__(self, files: Mapping[str, str], most: int = 10_000) -> None:
        self.problems: list[str] = []
        self.by_file: list[Sequence[Statement]] = []
        # the outermost folder first: its word holds before those further in
        for path in sorted(files, key=lambda each: (each.count("/"), each)):
            read = _dep5(path, files[path]) if path == DEP5 else _toml(path, files[path])
            patterns = sum(len(each.globs) for each in read or ())
            if read is None or patterns > most:
                self.problems.append(path)
            else:
                most -= patterns
                self.by_file.append(read)

    def about(self, path: str) -> list[Statement]:
        """Give what is said about a file, at most one statement of each file, the outermost first."""
        found = []
        for statements in self.by_file:
            # the last statement that matches is the one that counts
            said = next((each for each in reversed(statements) if each.covers(path)), None)
            if said:
                found.append(said)
                if said.precedence is Precedence.OVERRIDE:
                    break
        return found


def _toml(path: str, text: str) -> list[Statement] | None:
    try:
        document = tomllib.loads(text)
    except (ValueError, RecursionError):
        return None
    annotations = document.get("annotations", [])
    if document.get("version") != 1 or not isinstance(annotations, list):
        return None
    folder = posixpath.dirname(path)
    found = []
    for table in annotations[:MOST]:
        globs = tuple(glob for each in _texts(table, "path") if (glob := reuse_glob(each)))
        if not globs:
            return None
        precedence = table.get("precedence", Precedence.CLOSEST)
        if precedence not in tuple(Precedence):
            return None
        found.append(
            Statement(
                path,
                f"{folder}/" if folder else "",
                globs,
                tuple(_texts(table, "SPDX-License-Identifier")),
                bool(_texts(table, "SPDX-FileCopyrightText")),
                Precedence(precedence),
            )
        )
    return found


def _texts(table: Any, key: str) -> list[str]:
    value = table.get(key) if isinstance(table, dict) else None
    values = value if isinstance(value, list) else [value]
    return [each for each in values[:MOST] if isinstance(each, str) and each]


def _dep5(path: str, text: str) -> list[Statement] | None:
    stanzas = list(_stanzas(text))
    if not stanzas or "format" not in stanzas[0]:
        return None
    found = []
    for stanza in stanzas[: MOST + 1]:
        globs = tuple(glob for each in stanza.get("files", "").split() if (glob := dep5_glob(each)))
        if globs:
            licence = stanza.get("license", "").split("\n")[0].strip()
            notice = bool(stanza.get("copyright", "").strip())
            licences = (licence,) if licence else ()
            found.append(Statement(path, "", globs, licences, notice, Precedence.AGGREGATE))
    return found


def _stanzas(text: str) -> Iterator[dict[str, str]]:
    for block in re.split(r"\n[ \t]*\n", text):
        fields: dict[str, str] = {}
        key = ""
        for line in block.splitlines():
            if line.startswith("#"):
                continue
            if line[:1] in {" ", "\t"}:
                if key:
                    fields[key] += f"\n{line.strip()}"
            elif ":" in line:
                name, _, value = line.partition(":")
                key = name.strip().lower()
                fields[key] = value.strip()
        if fields:
            yield fields
