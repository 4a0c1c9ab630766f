"""A check: what it asks, how it decides, and what to do about the answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from folkmoot.i18n import Text
from folkmoot.model.link import Link


class Outcome(StrEnum):
    """What a check found. "Could not know" is never "no"."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not applicable"
    ERROR = "error"


@dataclass(frozen=True)
class Finding:
    """What was found: the outcome, where to see it, why it matters, and what to do next.

    `links` name the very things that are meant. `panels` are the ids of the panels whose numbers show it.
    """

    id: str
    title: Text
    outcome: Outcome
    evidence: tuple[Text, ...] = ()
    why: Text = ""
    remedy: Text = ""
    effort: Text = ""
    panels: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()


class Tree(Protocol):
    """The files of one commit, readable without a checkout."""

    def paths(self) -> Sequence[str]:
        """Give every path in the tree, sorted."""
        ...

    def read(self, path: str, limit: int = 1_000_000) -> bytes | None:
        """Give at most `limit` bytes of a file, or None when its content is not in this clone."""
        ...


@dataclass(frozen=True)
class Check:
    """One question about the files of a project. `decide` gives its finding from a tree."""

    id: str
    version: int
    title: str
    question: str
    page: str
    decide: Callable[[Tree], Finding]
    definition: str
    order: int = 50
