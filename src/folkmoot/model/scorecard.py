"""What a check of OpenSSF Scorecard says: a score, the reason, and the details with their places.

The texts are Scorecard's own, so that other tools read the same thing from us as from it:
https://github.com/ossf/scorecard/blob/main/checker/check_result.go
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

INCONCLUSIVE = -1
"""The score of a check that cannot say anything."""
BEST = 10


class Kind(StrEnum):
    """What a detail is: to act on, good to know, or why nothing was said."""

    WARN = "Warn"
    INFO = "Info"
    DEBUG = "Debug"


@dataclass(frozen=True)
class Detail:
    """One thing that Scorecard tells. `line` and `end_line` count from 1; 0 and "" are not known."""

    kind: Kind
    text: str
    path: str = ""
    line: int = 0
    end_line: int = 0


def warn(text: str, path: str = "", line: int = 0, end_line: int = 0) -> Detail:
    """Give a detail to act on."""
    return Detail(Kind.WARN, text, path, line, end_line)


def info(text: str, path: str = "", line: int = 0, end_line: int = 0) -> Detail:
    """Give a detail that speaks for the project."""
    return Detail(Kind.INFO, text, path, line, end_line)


def debug(text: str, path: str = "", line: int = 0, end_line: int = 0) -> Detail:
    """Give a detail that neither helps nor harms."""
    return Detail(Kind.DEBUG, text, path, line, end_line)


@dataclass(frozen=True)
class Scored:
    """The result of one check by its official `name`: `score` is 0 to 10, or -1 when inconclusive."""

    name: str
    score: int
    reason: str
    details: tuple[Detail, ...] = ()

    def count(self, kind: Kind) -> int:
        """Count the details of one kind."""
        return sum(each.kind is kind for each in self.details)
