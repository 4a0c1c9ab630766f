"""A record of votes before it is read, and how a form is described."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from folkmoot.model.ballot import Poll
from folkmoot.model.errors import HostileInputError, SourceError

LARGEST_FILE = 5_000_000
LONGEST_NAME = 1_000
MOST_BALLOTS = 100_000

Beside = Mapping[str, str]
"""The texts of the files beside a record, by their names."""


class Numbers(StrEnum):
    """What numbers in a plain table mean: ranks (1 is best), scores (more is better), or marks (1 or 0)."""

    RANKS = "ranks"
    SCORES = "scores"
    MARKS = "marks"


@dataclass(frozen=True)
class Record:
    """One file with votes and what lies beside it; or a folder of ballots, its files in `beside`."""

    path: str
    text: str
    beside: Beside = field(default_factory=dict)
    folder: bool = False

    def name(self) -> str:
        """Give the name of the file without its folders, in lower case."""
        return re.split(r"[/\\]", self.path)[-1].casefold()

    def line_with(self, words: str) -> int:
        """Give the line on which `words` first stand; 1 when they do not."""
        place = self.text.find(words)
        return self.text.count("\n", 0, place) + 1 if place >= 0 else 1

    def wrong(self, line: int, what: str, hint: str = "") -> SourceError:
        """Give the error for a line of this record."""
        return SourceError(f"{self.path}, line {line}: {what}", hint=hint)


@dataclass(frozen=True)
class Form:
    """One form of records. `recognises` tells by name and text; `read` raises SourceError."""

    name: str
    title: str
    recognises: Callable[[Record], bool]
    read: Callable[[Record, Numbers], Poll]
    order: int = 50


def text_of(path: Path) -> str:
    """Give the text of a file. Raises SourceError if it is no UTF-8, HostileInputError if it is too large."""
    if path.stat().st_size > LARGEST_FILE:
        raise HostileInputError(
            f"{path} is larger than {LARGEST_FILE // 1_000_000} MB; it is not read.",
            hint="is this the record of a vote?",
        )
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes().count(b"\n", 0, error.start) + 1
        raise SourceError(f"{path}, line {line}: this is no UTF-8 text.", hint="save it as UTF-8.") from error


def bounded(record: Record, line: int, text: str) -> int:
    """Give a whole number of at most 18 digits. Raises SourceError for anything else."""
    if not re.fullmatch(r"-?[0-9]{1,18}", text):
        raise record.wrong(line, f"{text[:40]!r} is no whole number of at most 18 digits.")
    return int(text)


def name_in(record: Record, line: int, text: str) -> str:
    """Give a candidate's or voter's name. Raises SourceError if it is empty, too long or not printable."""
    name = " ".join(text.split())
    if not name:
        raise record.wrong(line, "a name is empty.")
    if len(name) > LONGEST_NAME or not name.isprintable():
        raise record.wrong(line, f"the name {name[:40]!r} is too long or cannot be printed.")
    return name
