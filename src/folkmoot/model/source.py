"""What a forge source is to the rest of the house: how it is opened, asked, and what it costs.

A forge is a module of `sources/forges/` with four names: `NAME`, `KINDS`, `PERSONAL` and `open_source`. The
last one gives a `ForgeSource`, or None when the origin is none of its own.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from folkmoot.i18n import Message, Text
from folkmoot.model.forge import Record

Progress = Callable[[str, int, int], None]
"""Told (what, done, of) as work goes on; `of` 0 is "how many is not known"."""


def _silent(_what: str, _done: int, _of: int) -> None:
    """Show nothing."""


def _unheard(_text: Text) -> None:
    """Tell nobody."""


class Estimate(NamedTuple):
    """What a reading will cost before it starts: requests, seconds, and how many of the quota it takes.

    `quota` and `quota_left` count the forge's own points; -1 is not known.
    """

    requests: int
    seconds: int
    quota: int = -1
    quota_left: int = -1


class Standing(NamedTuple):
    """An issue or change that is open as far as is known: its number, and the forge's own key."""

    is_change: bool
    number: int
    key: str


@dataclass(frozen=True)
class Access:
    """How a source may be reached and whom it talks to while it works.

    `environment` holds the variables tokens are looked up in. `named_by_user` tells that the user typed the
    place: only then may it lie in a private network. `tell` takes sentences for the user, such as how long
    the forge makes us wait; `sleep` waits.
    """

    environment: Mapping[str, str] = field(default_factory=dict, repr=False)
    named_by_user: bool = False
    progress: Progress = _silent
    tell: Callable[[Text], None] = _unheard
    sleep: Callable[[float], None] = time.sleep


class ForgeSource(Protocol):
    """One project at one forge, ready to be read.

    `name` says who tells it and begins every event's id, `host` whose accounts are meant, `project` is what
    the forge calls the project (`owner/name`), `shown` the place as a person reads it, without secrets.
    `problems` are the rows that made no sense, as far as they were read; the good ones were yielded.
    """

    name: str
    host: str
    project: str
    shown: str
    problems: list[Message]

    def estimate(self, since: Mapping[str, str]) -> Estimate | None:
        """Say what `records` will cost, or None where it costs nothing worth telling."""
        ...

    def records(self, since: Mapping[str, str]) -> Iterator[Record]:
        """Yield what is new since the marks of an earlier reading, whole up to each `Mark`.

        Given the marks of a reading that was broken off, it goes on where that one stopped. Raises
        SourceError.
        """
        ...

    def vanished(self, items: Sequence[Standing]) -> list[Standing]:
        """Give those of these items that are no longer there: deleted, or moved to another project.

        Asked after `records`, of a few only. Raises SourceError.
        """
        ...

    def close(self) -> None:
        """Let go of files and connections."""
        ...
