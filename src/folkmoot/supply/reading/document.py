"""One file of dependencies: its text, and the values in it, each read within bounds."""

from __future__ import annotations

import json
import posixpath
import tomllib
from collections.abc import Callable
from functools import cached_property
from typing import Any

from folkmoot.supply.reading.unreadable import UnreadableError

LARGEST = 16_000_000
"""Bytes of a file that are read; a larger one is a problem, not half an answer."""
LARGEST_TOML = 8_000_000
MOST_LINES = 500_000
"""The longest real list of packages has a fifth of that; reading lines takes more time than finding them."""
LONGEST_LINE = 200_000
MAX_DOTS = 60
"""Dots in one line of TOML before its first `=`; more are a bomb, no key."""
MAX_SEARCHED = 1_000_000_000
"""Characters searched in vain after which lines are no longer looked for: a second's work."""

Beside = Callable[[str], bytes | None]


def nothing_beside(_path: str) -> bytes | None:
    """Give no neighbour: for a file read on its own."""
    return None


class Document:
    """One file at `path` in a tree. `beside` gives the contents of other files of the tree, or None."""

    def __init__(self, path: str, content: bytes, beside: Beside = nothing_beside) -> None:
        self.path = path
        self.content = content
        self.beside = beside
        self._cursor = 0
        self._line = 1
        self._searched = 0

    @property
    def name(self) -> str:
        """Give the name of the file without its folders."""
        return self.path.rpartition("/")[2]

    @property
    def folder(self) -> str:
        """Give the folder the file is in, "" at the top."""
        return self.path.rpartition("/")[0]

    @cached_property
    def text(self) -> str:
        """Give the text, bytes that are none replaced. Raises UnreadableError beyond LARGEST."""
        if len(self.content) > LARGEST:
            raise UnreadableError(0, f"it is larger than {LARGEST // 1_000_000} MB")
        if self.content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
            return self.content.decode("utf-16", "replace").replace("\r\n", "\n")
        return self.content.decode("utf-8-sig", "replace").replace("\r\n", "\n")

    @cached_property
    def lines(self) -> list[str]:
        """Give the lines of the text. Raises UnreadableError where they are too many, or one too long."""
        if self.text.count("\n") > MOST_LINES:
            raise UnreadableError(MOST_LINES, f"it has over {MOST_LINES} lines")
        lines = self.text.split("\n")
        if max(map(len, lines)) > LONGEST_LINE:
            raise UnreadableError(0, f"it has a line of over {LONGEST_LINE} characters")
        return lines

    def json(self) -> dict[str, Any]:
        """Give the outermost object. Raises UnreadableError for anything else."""
        try:
            value = json.loads(self.text)
        except json.JSONDecodeError as error:
            raise UnreadableError(error.lineno, "it is no JSON") from error
        except (ValueError, RecursionError) as error:
            raise UnreadableError(0, "it is nested too deep, or holds a number too long") from error
        if not isinstance(value, dict):
            raise UnreadableError(1, "it is no JSON object")
        return value

    def toml(self) -> dict[str, Any]:
        """Give the table. Raises UnreadableError for what is no TOML."""
        return self._toml

    @cached_property
    def _toml(self) -> dict[str, Any]:
        if len(self.content) > LARGEST_TOML:
            raise UnreadableError(0, f"it is larger than {LARGEST_TOML // 1_000_000} MB")
        for number, line in enumerate(self.lines, 1):
            if line.count(".") > MAX_DOTS and line.partition("=")[0].count(".") > MAX_DOTS:
                raise UnreadableError(number, "a key has too many parts")
        try:
            return tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            said = str(error)
            digits = said.rpartition("at line ")[2].partition(",")[0]
            raise UnreadableError(int(digits) if digits.isdigit() else 0, "it is no TOML") from error
        except (ValueError, RecursionError) as error:
            raise UnreadableError(0, "it is nested too deep, or holds a number too long") from error

    def inside(self, relative: str, folder: str | None = None) -> str:
        """Give the path in the tree that `relative` means from this file's folder; "" where it leads out."""
        if relative.startswith(("/", "~")) or "\\" in relative or "\0" in relative or ":" in relative:
            return ""
        joined = posixpath.normpath(posixpath.join(self.folder if folder is None else folder, relative))
        return "" if joined.startswith("..") or joined == "." else joined

    def line_of(self, *fragments: str) -> int:
        """Give the line of the first of `fragments` found behind the last one found, else anywhere; else 0.

        Things asked for in the order in which they stand in the file are all found on their own lines.
        """
        if self._searched > MAX_SEARCHED:
            return 0
        for begin in (self._cursor, 0):
            for fragment in fragments:
                at = self.text.find(fragment, begin)
                if at < 0:
                    self._searched += len(self.text) - begin
                    continue
                if not begin:
                    self.rewind()
                self._line += self.text.count("\n", self._cursor, at)
                self._cursor = at
                line = self._line
                self._step(len(fragment))
                return line
        return 0

    def block_lines(self, table: str) -> list[int]:
        """Give for each `[[table]]` of TOML the line of its `name`, or its own where it has none."""
        header = f"[[{table}]]"
        found: list[int] = []
        inside = False
        for number, line in enumerate(self.lines, 1):
            if line.startswith("["):
                inside = line.strip() == header
                if inside:
                    found.append(number)
            elif inside and line.startswith("name") and line[4:].lstrip().startswith("="):
                found[-1] = number
                inside = False
        return found

    def rewind(self) -> None:
        """Let `line_of` look from the beginning again."""
        self._cursor, self._line = 0, 1

    def _step(self, length: int) -> None:
        self._line += self.text.count("\n", self._cursor, self._cursor + length)
        self._cursor += length
