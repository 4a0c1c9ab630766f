"""How far a reading of GitHub came: kept as one mark, so that it is always whole."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from folkmoot.model.forge import Mark
from folkmoot.sources.forges.github.queries import LISTS, Rest
from folkmoot.sources.typed_rows import Row, WrongFieldError

MARK = "reading"
AGAIN = 60
"""Seconds by which readings overlap: a forge's machines do not all know a thing at once."""
WHOLE = {"field": "CREATED_AT", "direction": "ASC"}
NEWEST = {
    "issues": {"field": "UPDATED_AT", "direction": "DESC"},
    "changes": {"field": "UPDATED_AT", "direction": "DESC"},
    "discussions": {"field": "UPDATED_AT", "direction": "DESC"},
    "forks": {"field": "CREATED_AT", "direction": "DESC"},
    "stars": {"field": "STARRED_AT", "direction": "DESC"},
}
"""How a list is read again: newest first, until what is known. Releases have no such order."""
MOMENTS = {"forks": "createdAt", "stars": "starredAt"}
"""Where an entry says when it last changed; elsewhere it is `updatedAt`."""


@dataclass
class ListState:
    """One list: known whole `until` then (0: never), and the reading that is under way since `started`."""

    until: int = 0
    started: int = 0
    cursor: str = ""

    @property
    def is_done(self) -> bool:
        """Tell whether the reading under way is through with this list."""
        return bool(self.started and not self.cursor)

    def begin(self, now: int) -> None:
        """Begin a reading, unless one is under way."""
        self.started = self.started or max(1, now - AGAIN)

    def end(self) -> None:
        """End the reading: everything up to when it began is known."""
        self.until, self.started, self.cursor = self.started, 0, ""

    def order(self, name: str) -> dict[str, str]:
        """Give the order this list is read in: oldest first the first time, newest first afterwards."""
        if self.until and name in NEWEST:
            return NEWEST[name]
        return {**WHOLE, "field": "STARRED_AT"} if name == "stars" else WHOLE

    def stops_at(self, name: str) -> int:
        """Give the moment before which everything is known, 0 where all is read."""
        return self.until if name in NEWEST else 0


def news_of(name: str, nodes: list[Row], stop: int) -> list[Row]:
    """Give the entries from the newest to the first that is known; all where nothing is (`stop` 0)."""
    if not stop:
        return nodes
    for place, node in enumerate(nodes):
        try:
            if node.moment(MOMENTS.get(name, "updatedAt")) < stop:
                return nodes[:place]
        except WrongFieldError:
            continue  # it is named when it is read
    return nodes


@dataclass
class State:
    """All lists, what of items is still to be asked for, and what REST's events said last.

    `repository` is the forge's id of the project, `oldest` when its oldest item was opened (0: none).
    `has_runs` tells that earlier readings asked what ran on changes; in `waiting` are changes on which
    something was still running. `has_gaps` tells that something was left out, by this reading or one before:
    it is not asked for again.
    """

    repository: str = ""
    oldest: int = 0
    lists: dict[str, ListState] = field(default_factory=lambda: {name: ListState() for name in LISTS})
    rest: list[Rest] = field(default_factory=list)
    events: dict[str, str] = field(default_factory=dict)
    has_runs: bool = False
    waiting: list[Rest] = field(default_factory=list)
    has_gaps: bool = False

    def written(self) -> str:
        """Give the state as a mark's value."""
        return json.dumps({**asdict(self), "rest": self.rest, "waiting": self.waiting}, separators=(",", ":"))

    def mark(self, problems: Sequence[object]) -> Mark:
        """Give where to go on; `problems` are what this reading left out so far."""
        self.has_gaps |= bool(problems)
        return Mark(MARK, self.written())

    @classmethod
    def of(cls, since: Mapping[str, str]) -> State:
        """Read the state from marks; none, or one of another form, is the beginning."""
        try:
            kept: dict[str, Any] = json.loads(since.get(MARK, ""))
            lists = {name: ListState(**kept["lists"].get(name, {})) for name in LISTS}
            rest = [Rest(*entry) for entry in kept["rest"]]
            waiting = [Rest(*entry) for entry in kept.get("waiting", ())]
            has_runs = bool(kept.get("has_runs", False))
            has_gaps = bool(kept.get("has_gaps", False))
            return cls(
                kept["repository"], kept["oldest"], lists, rest, kept["events"], has_runs, waiting, has_gaps
            )
        except (ValueError, KeyError, TypeError, AttributeError):
            return cls()
