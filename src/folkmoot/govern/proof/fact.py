"""What a verification found: facts, each about one thing and at one commit."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from folkmoot.i18n import Text


class Level(StrEnum):
    """FOUND: so it is. UNKNOWN: it could not be known, and why. VIOLATION: something does not follow."""

    FOUND = "found"
    UNKNOWN = "unknown"
    VIOLATION = "violation"


@dataclass(frozen=True)
class Fact:
    """One fact. `kind` is a short name that stays the same, `about` a path or a decision.

    `commit` is where it was found, "" where it is about no commit.
    """

    level: Level
    kind: str
    about: str
    text: Text
    commit: str = ""


def violation(kind: str, about: str, text: Text) -> Fact:
    """Give a violation; the commit is added by who knows it."""
    return Fact(Level.VIOLATION, kind, about, text)
