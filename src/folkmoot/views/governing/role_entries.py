"""Who holds which role, as entries: since when, by which commit, and by which decision where one is known."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from folkmoot.govern.roles.forms.owners_aliases import ROLE as ALIAS
from folkmoot.i18n import Message, Text
from folkmoot.i18n.message import Scalar
from folkmoot.model.page import Entry
from folkmoot.model.role import Change, Listing, Role, Roster, Term
from folkmoot.views.governing.known import is_own
from folkmoot.views.governing.telling import Names, day_of, short

HOW = "How was this decided?"
NOT_RECORDED = (
    "No decision is recorded with this role. `folkmoot init --governance` makes a place for "
    "decisions; "
    "`folkmoot decide open ACTION SUBJECT --give ROLE=HANDLE` then records the next one."
)
RECORD_THE_NEXT = (
    "No decision is recorded with this role. `folkmoot decide open ACTION SUBJECT --give ROLE=HANDLE` "
    "records the next one."
)
"""Said where there is a place for decisions already."""
NONE_RECORDED = (
    "No decision is recorded with any of them. `folkmoot init --governance` makes a place for decisions; "
    "`folkmoot decide open ACTION SUBJECT --give ROLE=HANDLE` then records the next one."
)
"""Said once for all roles, where it holds for all of them."""
PARTLY_RECORDED = (
    "For {count} of them no decision is recorded. `folkmoot decide open ACTION SUBJECT --give "
    "ROLE=HANDLE` records "
    "the next one."
)
SHA = 40
"""Digits of a commit's name; numbers of decisions have fewer."""
MANY_SCOPES = 40
"""A role with more scopes than this (such as one per path) is shown once, not once per scope."""
MOST_ENTRIES = 60
MOST_NAMES = 30
MOST_DETAILS = 20
MOST_AREAS = 20
ESCAPED = re.compile(r"\\([./_-])")
"""Areas of one role that the same people hold, named beside them."""


class Origin(NamedTuple):
    """Since when and by what somebody holds a role; empty fields are not known."""

    day: str
    commit: str
    path: str
    decision: str
    is_from_start: bool
    until: str


@dataclass
class RoleEntries:
    """The roles of one repository. `terms` is None where the history was not read.

    `votes` are what votes are called, by the commit that brought their record (where the same commit gave a
    role, that vote decided it), and our own decisions by their number.
    """

    roster: Roster
    listings: list[Listing]
    terms: tuple[Term, ...] | None
    names: Names
    votes: Mapping[str, str] = field(default_factory=dict)

    def entries(self) -> tuple[tuple[Entry, ...], int]:
        """Give the entries that are shown, by the names of the roles, and how many are left out."""
        by_role: dict[str, dict[str, list[Listing]]] = {}
        for listing in self.listings:
            by_role.setdefault(listing.role.name, {}).setdefault(listing.role.scope, []).append(listing)
        found: list[Entry] = []
        for name in sorted(by_role):
            scopes = by_role[name]
            if len(scopes) > MANY_SCOPES:
                found.append(self._spread(name, scopes))
            else:
                found += (self._shared(name, alike) for alike in _by_holders(scopes))
        return tuple(found[:MOST_ENTRIES]), max(0, len(found) - MOST_ENTRIES)

    def _entry(self, listings: list[Listing]) -> Entry:
        role = listings[0].role
        values: dict[str, Scalar] = {"role": short(role.name), "scope": short(_area(role.scope))}
        title = Message("{role} of {scope}", values) if role.scope else Message("{role}", values)
        people = sorted({self.names.of(each.holder) for each in listings}, key=str.casefold)
        return Entry(role.shown, title, _people(len(people)), (_listed(people),), HOW, self._how(listings))

    def _shared(self, name: str, scopes: Mapping[str, list[Listing]]) -> Entry:
        """Give one entry for all scopes in which the same people hold a role."""
        if len(scopes) == 1:
            return self._entry(*scopes.values())
        listings = [listing for own in scopes.values() for listing in own]
        people = sorted({self.names.of(each.holder) for each in listings}, key=str.casefold)
        areas = ", ".join(short(_area(scope), 80) for scope in [*scopes][:MOST_AREAS])
        values: dict[str, Scalar] = {"areas": areas, "more": len(scopes) - MOST_AREAS}
        told = Message("{areas} and {more} more.", values) if len(scopes) > MOST_AREAS else areas + "."
        return Entry(
            listings[0].role.shown,
            Message("{role} of {count} paths or areas", {"role": short(name), "count": len(scopes)}),
            _people(len(people)),
            (_listed(people), told),
            HOW,
            self._how(listings),
        )

    def _spread(self, name: str, scopes: Mapping[str, list[Listing]]) -> Entry:
        """Give one entry for a role that is given path by path."""
        listings = [listing for own in scopes.values() for listing in own]
        people = sorted({self.names.of(each.holder) for each in listings}, key=str.casefold)
        facts = (Message("For {count} paths or areas.", {"count": len(scopes)}), _listed(people))
        return Entry(
            name,
            Message("{role}", {"role": short(name)}),
            _people(len(people)),
            facts,
            HOW,
            self._how(listings),
        )

    def _how(self, listings: list[Listing]) -> tuple[Text, ...]:
        """Say since when and by what, one sentence for all who came at once, the newest first."""
        together: dict[Origin, set[str]] = {}
        paths: dict[Origin, set[str]] = {}
        for each in listings:
            origin = self._origin(each)
            key = origin._replace(path="")
            together.setdefault(key, set()).add(self.names.of(each.holder))
            paths.setdefault(key, set()).add(origin.path)
        placed = {key._replace(path=_place(paths[key])): people for key, people in together.items()}
        ordered = sorted(placed, key=lambda origin: (origin.day, origin.path, origin.decision), reverse=True)
        said = [self._sentence(origin, sorted(placed[origin], key=str.casefold)) for origin in ordered]
        if len(said) > MOST_DETAILS:
            count = len(said) - MOST_DETAILS
            text = (
                "Earlier changes that gave this role to others: {count}; `folkmoot roles history` tells of "
                "all."
            )
            said[MOST_DETAILS:] = [Message(text, {"count": count})]
        without = sum(not self.decision(each) for each in listings)
        if without == len(listings):
            has_place = any(key.isdigit() and len(key) < SHA for key in self.votes)
            how = RECORD_THE_NEXT if has_place else NOT_RECORDED
            return (*said, how) if self.has_decisions else tuple(said)
        return (*said, Message(PARTLY_RECORDED, {"count": without})) if without else tuple(said)

    @cached_property
    def has_decisions(self) -> bool:
        """Whether a decision is recorded with any role."""
        return any(self.decision(listing) for listing in self.listings)

    def decision(self, listing: Listing) -> str:
        """Give what decided that somebody holds a role: what the file names, or a vote of the same commit."""
        began = self._began(listing)
        named = self.votes.get(listing.decision, listing.decision)
        return named or (self.votes.get(began.commit, "") if began else "")

    def _origin(self, listing: Listing) -> Origin:
        term, began = self._term(listing), self._began(listing)
        is_from_start = term is not None and term.is_from_start and not listing.since
        day = listing.since or (day_of(began.when) if began and not is_from_start else "")
        commit = began.commit[:12] if began and not is_from_start and not listing.since else ""
        decision = "" if self.names.are_aliases else self.decision(listing)
        return Origin(
            day,
            "" if self.names.are_aliases else commit,
            "" if is_own(listing.path) else listing.path,
            decision,
            is_from_start,
            listing.until,
        )

    def _sentence(self, origin: Origin, people: list[str]) -> Text:
        names = ", ".join(people[:MOST_NAMES])
        if len(people) > MOST_NAMES:
            names += ", …"
        values: dict[str, Scalar] = {
            "names": names, "day": origin.day, "commit": origin.commit, "path": short(origin.path, 80),
            "decision": short(origin.decision), "until": short(origin.until, 20),
        }  # fmt: skip
        if origin.is_from_start:
            return Message("Since before the history of this clone begins: {names}.", values)
        if not origin.day:
            return Message("Since when is not known here: {names}.", values)
        if origin.until:
            if origin.decision:
                return Message("From {day} until {until}, by decision {decision}: {names}.", values)
            return Message("From {day} until {until}: {names}.", values)
        if origin.decision and origin.commit and origin.path:
            return Message("Since {day}, by {decision} and commit {commit} in {path}: {names}.", values)
        if origin.decision:
            return Message("Since {day}, by {decision}: {names}.", values)
        if origin.commit and origin.path:
            return Message("Since {day}, by commit {commit} in {path}: {names}.", values)
        if origin.commit:
            return Message("Since {day}, by commit {commit}: {names}.", values)
        return Message("Since {day}: {names}.", values)

    def _term(self, listing: Listing) -> Term | None:
        return self._open.get((listing.role, listing.holder.key))

    def _began(self, listing: Listing) -> Change | None:
        """Give when somebody's role began; a member of an alias has it since both are true."""
        term = self._term(listing)
        if term is not None:
            return term.began
        alias, membership = self._via.get((listing.role, listing.holder.key), ("", None))
        both = [
            self._open.get((listing.role, alias)),
            self._open.get((membership, listing.holder.key)) if membership else None,
        ]
        if None in both:
            return None
        return max((term.began for term in both if term is not None), key=lambda change: change.when)

    @cached_property
    def _open(self) -> dict[tuple[Role, str], Term]:
        return {(term.role, term.holder.key): term for term in self.terms or () if term.ended is None}

    @cached_property
    def _via(self) -> dict[tuple[Role, str], tuple[str, Role | None]]:
        """Give, for each role of each member of an alias, the alias and the membership."""
        members: dict[str, list[Listing]] = {}
        for listing in self.roster.listings:
            if listing.role.name == ALIAS:
                members.setdefault(listing.role.scope.casefold(), []).append(listing)
        return {
            (listing.role, member.holder.key): (listing.holder.key, member.role)
            for listing in self.roster.listings
            if listing.role.name != ALIAS
            for member in members.get(listing.holder.key, ())
        }


def _area(scope: str) -> str:
    """Give a scope as a path where it is a regular expression for some, as filters of OWNERS files are."""
    return ESCAPED.sub(r"\1", scope.removesuffix("$"))


def _place(paths: Collection[str]) -> str:
    """Give the file that all of it stands in, or how many files there are."""
    named = sorted(filter(None, paths))
    if len(named) < 2:
        return "".join(named)
    return str(Message("{count} files", {"count": len(named)}))


def _by_holders(scopes: Mapping[str, list[Listing]]) -> Iterable[Mapping[str, list[Listing]]]:
    """Part the scopes of one role by who holds it there, in the order of the first scope of each."""
    found: dict[frozenset[str], dict[str, list[Listing]]] = {}
    for scope in sorted(scopes):
        holders = frozenset(listing.holder.key for listing in scopes[scope])
        found.setdefault(holders, {})[scope] = scopes[scope]
    return found.values()


def _people(count: int) -> Text:
    return "one person" if count == 1 else Message("{count} people", {"count": count})


def _listed(people: Iterable[str]) -> Text:
    every = list(people)
    shown = ", ".join(every[:MOST_NAMES])
    if len(every) > MOST_NAMES:
        return Message("{names} and {count} more.", {"names": shown, "count": len(every) - MOST_NAMES})
    return Message("{names}.", {"names": shown})
