"""The header of a document: its fields as they stand there, with their lines, not understood yet."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from folkmoot.i18n import Text

MAX_HEADER = 1 << 16
"""Characters of a document among which its header must end."""

PLACEHOLDER = re.compile(
    r"\(?(?:leave this (?:empty|blank)|fill me in|to be filled)\b"
    r"|\(?(?:n/?a|none|null|nil|todo|tbd|tba)\)?[.!]?\s*$|[-–—.?]+$|<[^<>@]*>$"
    r"|yyyy[-./]mm|[x?]{4}[-./]|n{4}\b|0+$|@?(?:your|first\.?last)[ -]?(?:name|handle)",
    re.IGNORECASE,
)
"""What templates leave behind, and the ways of saying that there is nothing."""


class Field(NamedTuple):
    """One field: its key in lower case with single spaces, its value on one line, and where it begins."""

    key: str
    value: str
    line: int
    items: tuple[str, ...] = ()

    @property
    def is_placeholder(self) -> bool:
        """Tell whether the template's words still stand there, or nothing does."""
        return not self.value or bool(PLACEHOLDER.match(self.value))


@dataclass(frozen=True)
class Header:
    """What a dialect found: the fields in their order, and the heading that stands with them.

    `mends` are things that were wrong and could be read all the same: (line, what, hint).
    """

    fields: tuple[Field, ...]
    title: str = ""
    mends: tuple[tuple[int, Text, Text], ...] = ()
    by_key: dict[str, Field] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Keep the first field of each key that says something, else the first."""
        found: dict[str, Field] = {}
        for one in self.fields:
            if one.key not in found or (found[one.key].is_placeholder and not one.is_placeholder):
                found[one.key] = one
        object.__setattr__(self, "by_key", found)

    def get(self, *keys: str) -> Field | None:
        """Give the first field among `keys` that says something, or None."""
        present = [self.by_key[key] for key in keys if key in self.by_key]
        return next((one for one in present if not one.is_placeholder), None)

    def has(self, *keys: str) -> bool:
        """Tell whether any of `keys` is there, even with nothing in it."""
        return any(key in self.by_key for key in keys)


class UnreadError(Exception):
    """A document cannot be read, and why. It never leaves this room: it becomes a Problem."""

    def __init__(self, line: int, what: Text, hint: Text = "", code: str = "unread") -> None:
        super().__init__(str(what))
        self.line = line
        self.what = what
        self.hint = hint
        self.code = code


@dataclass(frozen=True)
class Dialect:
    """A way of writing headers.

    `read` gives the header, None where the text has none of this kind, and raises UnreadError where it has
    one that cannot be read. `glance` gives the fields of many old versions faster, where that is possible.
    `suffixes` are the ends of the file names it is for; none: all.
    """

    name: str
    title: str
    read: Callable[[str], Header | None]
    glance: Callable[[str], Header | None]
    suffixes: tuple[str, ...] = ()


def key_of(text: str) -> str:
    """Give a key in the form in which it is looked for: `Rust Issue(s) #` is `rust issue`."""
    words = re.sub(r"[\s_*`-]+|\(s\)|#", " ", text.casefold()).split()
    return " ".join(words)


def value_of(text: str) -> str:
    """Give a value on one line with single spaces (a non-breaking one is a space too)."""
    return " ".join(text.split())
