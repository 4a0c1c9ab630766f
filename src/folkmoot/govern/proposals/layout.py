"""A layout: where a community keeps its proposals, how it names them, and what its status words mean."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from folkmoot.govern.proposals.words import Word, recognise
from folkmoot.model.proposal import DecisionState, DeliveryState, States

DRAFT = States(DecisionState.DRAFT, None)
OPEN = States(DecisionState.OPEN, None)
FINAL_COMMENT = States(DecisionState.FINAL_COMMENT, None)
ACCEPTED = States(DecisionState.ACCEPTED, None)
ACCEPTED_ONLY = States(DecisionState.ACCEPTED, DeliveryState.NONE)
STARTED = States(DecisionState.ACCEPTED, DeliveryState.STARTED)
PARTLY = States(DecisionState.ACCEPTED, DeliveryState.PARTLY)
DELIVERED = States(DecisionState.ACCEPTED, DeliveryState.DELIVERED)
REMOVED = States(DecisionState.ACCEPTED, DeliveryState.REMOVED)
REJECTED = States(DecisionState.REJECTED, None)
WITHDRAWN = States(DecisionState.WITHDRAWN, None)
POSTPONED = States(DecisionState.POSTPONED, None)
SUPERSEDED = States(DecisionState.SUPERSEDED, None)
ELSEWHERE = States(None, None)
UNKNOWN = States(None, None)

NUMBER_OF_NOBODY = frozenset({"0", "00", "000", "0000", "00000"})


@dataclass(frozen=True)
class Layout:
    """What is to be known about one community's way.

    `paths` matches the documents as they are kept today, with the groups `number`, `slug` and `place` where
    the path has them; `earlier` those of former times, needed for history only. `not_documents` are
    templates and indexes. `telling` are keys of which one at least stands in a document of this layout.
    `words` gives the states of each status word (lower case); `place_words` the word of a folder where
    that is a status; `merged` the word for a document without a status field, where being merged is one.
    `unanswered` are words that put a proposal aside without anybody's decision. `allowed` gives, per word,
    the words that may follow; words not in it follow the general rules. `delivery_key` is a field that says
    how far an accepted proposal is, by `deliveries`.

    Of a new document: `new_path` is where it goes ({number}, {slug}, {place}; "" is where the newest one
    lies), `templates` are where the community's own template may be, `beside` the files that go with it,
    `new_word` its status ("": what the template says), `waiting` what stands for the number where that is
    given only when it is opened ("": the next one is taken), and `date_form` how days are written.
    """

    name: str
    title: str
    paths: str
    dialects: tuple[str, ...]
    words: Mapping[str, States]
    label: str = "#{number}"
    earlier: str = ""
    not_documents: str = ""
    telling: tuple[str, ...] = ()
    order: int = 50
    status_keys: tuple[str, ...] = ("status",)
    number_keys: tuple[str, ...] = ()
    title_keys: tuple[str, ...] = ("title",)
    author_keys: tuple[str, ...] = ("author", "authors")
    created_keys: tuple[str, ...] = ("created", "start date", "creation date", "date")
    kind_keys: tuple[str, ...] = ("type",)
    supersedes_keys: tuple[str, ...] = ("replaces", "supersedes", "obsoletes")
    superseded_by_keys: tuple[str, ...] = (
        "superseded by",
        "replaced by",
        "obsoleted by",
        "superseding proposal",
    )
    needed_keys: tuple[str, ...] = ()
    place_words: Mapping[str, str] = field(default_factory=dict)
    place_labels: Mapping[str, str] = field(default_factory=dict)
    merged: str = ""
    unanswered: frozenset[str] = frozenset()
    allowed: Mapping[str, frozenset[str]] = field(default_factory=dict)
    allowed_kinds: frozenset[str] = frozenset()
    delivery_key: str = ""
    deliveries: Mapping[str, DeliveryState] = field(default_factory=dict)
    stale_days: int = 365
    new_path: str = ""
    new_word: str = ""
    templates: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    waiting: str = ""
    date_form: str = "%Y-%m-%d"

    @cached_property
    def known_words(self) -> frozenset[str]:
        """Give every status word of this layout."""
        return frozenset(self.words)

    @cached_property
    def words_today(self) -> frozenset[str]:
        """Give the words of the process as written today; older words are judged by no rule of today."""
        return frozenset(self.allowed).union(*self.allowed.values())

    @cached_property
    def tells_delivery(self) -> bool:
        """Tell whether any word says that something was delivered."""
        return any(states.delivery is DeliveryState.DELIVERED for states in self.words.values())

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str], re.Pattern[str] | None, re.Pattern[str] | None]:
        return (
            re.compile(self.paths),
            re.compile(self.earlier) if self.earlier else None,
            re.compile(self.not_documents) if self.not_documents else None,
        )

    def match(self, path: str, *, ever: bool = False) -> re.Match[str] | None:
        """Match the path of a document of today or, `ever`, of any time; None when it is none."""
        today, earlier, never = self._patterns
        if never is not None and never.search(path):
            return None
        found = today.fullmatch(path)
        return earlier.fullmatch(path) if found is None and ever and earlier is not None else found

    def recognise(self, value: str) -> Word:
        """Find the status word in a field's value."""
        return recognise(value, self.known_words)

    def states(self, word: str, delivery: str = "") -> States:
        """Give what a known word means; `delivery` is the value of the field that says how far it is."""
        states = self.words.get(word, UNKNOWN)
        if states.decision is DecisionState.ACCEPTED and states.delivery is None and delivery:
            return States(states.decision, self.deliveries.get(delivery.casefold()))
        return states


def number_in(match: re.Match[str]) -> int | None:
    """Give the number in a path, or None when it has none or only the template's zeros."""
    found = match.groupdict().get("number")
    return None if not found or not found.isdigit() or found in NUMBER_OF_NOBODY else int(found)


def part(match: re.Match[str], name: str) -> str:
    """Give a group of a path's match, or "" where there is none."""
    return (match.groupdict().get(name) or "").strip("/")
