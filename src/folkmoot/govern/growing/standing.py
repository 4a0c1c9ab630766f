"""Where one person stands on a ladder: the evidence there is, what is missing, and the next step.

Evidence is met, not yet, or unknown; and some things are up to people. A count that the store holds only a
part of is met when even that part is enough, else unknown: what git alone cannot show needs a forge. Nothing
here promotes anybody, and nothing compares two people.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from folkmoot.govern.growing.deeds import ACTS, Deeds, counted
from folkmoot.govern.growing.ladder import FIRST, Ladder, Need, Rung
from folkmoot.govern.roles.activity import MONTH
from folkmoot.i18n import Message, Text
from folkmoot.i18n.message import Scalar
from folkmoot.model.role import Listing, Term


class State(StrEnum):
    """What is to be said about one piece of evidence."""

    MET = "met"
    NOT_YET = "not yet"
    UNKNOWN = "unknown"
    PEOPLE = "up to people"


@dataclass(frozen=True)
class Checked:
    """One piece of evidence: what is asked, what is there, in one sentence."""

    state: State
    said: Text
    have: int | None = None
    need: int | None = None


@dataclass(frozen=True)
class Step:
    """One rung for one person. `is_held` None: the files of roles do not tell. `since` is 0 when unknown."""

    rung: Rung
    is_held: bool | None
    since: int
    evidence: tuple[Checked, ...]

    @property
    def missing(self) -> tuple[Checked, ...]:
        """Give the evidence that is not there yet."""
        return tuple(each for each in self.evidence if each.state is State.NOT_YET)


@dataclass(frozen=True)
class Standing:
    """One person on one ladder. `is_listed` tells whether any file of roles names them at all."""

    person: int
    name: str
    handle: str
    steps: tuple[Step, ...]
    quiet: Checked | None
    is_listed: bool = False

    @property
    def next(self) -> Step | None:
        """Give the next rung: the first above the highest that is held."""
        held = [place for place, step in enumerate(self.steps) if step.is_held]
        above = max(held, default=-1) + 1
        return self.steps[above] if above < len(self.steps) else None


@dataclass(frozen=True)
class Roles:
    """What files of roles say: who holds what now, and since when."""

    listings: Sequence[Listing] = ()
    terms: Sequence[Term] = ()

    def of(self, keys: Iterable[str], names: Iterable[str]) -> list[Listing]:
        """Give the roles of these names that any of these handles and addresses holds."""
        wanted, called = set(keys), {name.casefold() for name in names}
        return [
            each for each in self.listings if each.role.name.casefold() in called and wanted & _keys(each)
        ]

    def since(self, keys: Iterable[str], names: Iterable[str]) -> int:
        """Give when the oldest term that goes on in such a role began; 0 when the history does not say."""
        wanted, called = set(keys), {name.casefold() for name in names}
        return min(
            (
                term.began.when
                for term in self.terms
                if term.ended is None and term.role.name.casefold() in called and term.holder.key in wanted
            ),
            default=0,
        )


def _keys(listing: Listing) -> set[str]:
    holder = listing.holder
    return {holder.key, holder.handle.casefold(), holder.email.casefold()} - {""}


def standing(
    deeds: Deeds,
    ladder: Ladder,
    person: int,
    roles: Roles,
    sponsors: Sequence[str] = (),
    accounts: Sequence[str] = (),
) -> Standing:
    """Say where a person stands.

    `sponsors` are the accounts of those who have agreed to be sponsors, `accounts` those of the person that
    git does not show.
    """
    keys = keys_of(deeds, person) | {account.casefold() for account in accounts}
    done = deeds.of(person)
    held = [bool(roles.of(keys, rung.roles)) if rung.roles else None for rung in ladder.rungs]
    highest = max((place for place, holds in enumerate(held) if holds), default=-1)
    steps: dict[str, Step] = {}
    for place, rung in enumerate(ladder.rungs):
        holds = True if place <= highest else (held[place] if roles.listings else None)
        since = roles.since(keys, rung.roles) if rung.roles and holds else 0
        evidence = tuple(
            _checked(need, deeds, person, steps, roles, [s for s in sponsors if s.casefold() not in keys])
            for need in rung.needs
        )
        # What asks for deeds alone, and of nobody to decide, is reached by having done them.
        is_reached = not rung.roles and not rung.steps and bool(evidence)
        if is_reached and all(each.state is State.MET for each in evidence):
            holds = True
        steps[rung.name] = Step(rung, holds, since, evidence)
    last = max((deed.ts for deed in done), default=0)
    quiet = _quiet(last, deeds, ladder.quiet_months) if ladder.quiet_months and done else None
    listed = any(keys & _keys(each) for each in roles.listings)
    name, handle = deeds.names[person], deeds.handle(person)
    return Standing(person, name, handle, tuple(steps.values()), quiet, listed)


def keys_of(deeds: Deeds, person: int) -> set[str]:
    """Give the accounts and addresses by which files of roles may name a person, in lower case."""
    activity = deeds.activity
    return {handle for handle, known in activity.by_handle.items() if known == person} | {
        email for email, known in activity.by_email.items() if known == person
    }


def _checked(
    need: Need, deeds: Deeds, person: int, steps: Mapping[str, Step], roles: Roles, sponsors: Sequence[str]
) -> Checked:
    if need.act:
        return _acts(need, deeds, person)
    if need.on:
        return _tenure(need, deeds, person, steps)
    return _sponsored(need, deeds, roles, sponsors)


def _acts(need: Need, deeds: Deeds, person: int) -> Checked:
    act = ACTS[need.act]
    since = int(deeds.until - need.months * MONTH) if need.months else 0
    knows = deeds.knows(act, since)
    have = counted(deeds.of(person), act, since)
    values: dict[str, Scalar] = {"what": act.title, "have": have, "least": need.least or 0}
    if knows is False:
        text = (
            "{what}: this store holds none of anybody; connect a forge to know."
            if act.needs_forge
            else "{what}: this store holds none of anybody; sync the repository to know."
        )
        return Checked(State.UNKNOWN, Message(text, values), None, need.least)
    if need.least is None:
        text = "{what}: at least {have}, as far as this store shows; no number is set."
        if knows:
            text = "{what}: {have} here; no number is set."
        elif not have:
            text = "{what}: none that this store shows; connect a forge to know more. No number is set."
        return Checked(State.PEOPLE, Message(text, values), have)
    if have >= need.least:
        return Checked(State.MET, Message("{what}: {have} (asked: {least}).", values), have, need.least)
    if knows:
        text = "{what}: {have} of {least}."
        return Checked(State.NOT_YET, Message(text, values), have, need.least)
    text = "{what}: this store shows {have} of {least}; connect a forge to know the rest."
    return Checked(State.UNKNOWN, Message(text, values), have, need.least)


def _tenure(need: Need, deeds: Deeds, person: int, steps: Mapping[str, Step]) -> Checked:
    values: dict[str, Scalar] = {"on": need.on, "least": need.months or 0}
    if need.on == FIRST:
        began = min((deed.ts for deed in deeds.of(person)), default=deeds.until)
    else:
        began = steps[need.on].since
        if steps[need.on].is_held is False:
            text = "Months as {on}: not there yet, by the files of roles."
            return Checked(State.NOT_YET, Message(text, values), 0, need.months)
        if not began:
            text = "Months as {on}: no file here says since when."
            return Checked(State.UNKNOWN, Message(text, values), None, need.months)
    have = int(max(0, deeds.until - began) // MONTH)
    values["have"] = have
    if need.months is None:
        text = (
            "Months since the first contribution: {have}; no number is set."
            if need.on == FIRST
            else "Months as {on}: {have}; no number is set."
        )
        return Checked(State.PEOPLE, Message(text, values), have)
    text = (
        "Months since the first contribution: {have} (asked: {least})."
        if need.on == FIRST
        else "Months as {on}: {have} (asked: {least})."
    )
    state = State.MET if have >= need.months else State.NOT_YET
    return Checked(state, Message(text, values), have, need.months)


TOO_FEW_SPONSORS = {
    (
        True,
        True,
    ): "Sponsors ({roles}): {have} of {least} named; organisations they must be from: {organisations}.",
    (True, False): "Sponsors ({roles}): {have} of {least} named.",
    (False, True): "Sponsors: {have} of {least} named; organisations they must be from: {organisations}.",
    (False, False): "Sponsors: {have} of {least} named.",
}
"""What is said by whether roles, and organisations, are asked for."""


def _sponsored(need: Need, deeds: Deeds, roles: Roles, sponsors: Sequence[str]) -> Checked:
    """Check named sponsors: each holds a role that may sponsor, and they are of different organisations."""
    values: dict[str, Scalar] = {
        "least": need.sponsors, "roles": ", ".join(need.roles), "organisations": need.organisations
    }  # fmt: skip
    able = {name.casefold(): roles.of({name.casefold()}, need.roles) for name in sponsors}
    able = {name: found for name, found in able.items() if found}
    values["have"] = len(able)
    if len(able) < need.sponsors:
        text = TOO_FEW_SPONSORS[bool(need.roles), bool(need.organisations)]
        return Checked(State.PEOPLE, Message(text, values), len(able), need.sponsors)
    employers = {_employer(name, found, deeds) for name, found in able.items()}
    if len(employers - {""}) >= need.organisations:
        return Checked(State.MET, Message("Sponsors: {have} named (asked: {least}).", values), len(able))
    if "" in employers:
        text = "Sponsors: {have} named; of which organisations is not stated (asked: {organisations})."
        return Checked(State.UNKNOWN, Message(text, values), len(able), need.sponsors)
    text = "Sponsors: {have} named, from fewer organisations than asked ({organisations})."
    return Checked(State.NOT_YET, Message(text, values), len(able), need.sponsors)


def _employer(name: str, found: Sequence[Listing], deeds: Deeds) -> str:
    """Give the organisation of a sponsor: as the files state it, else of their newest deed; "" unknown."""
    stated = next((each.holder.employer for each in found if each.holder.employer), "")
    person = deeds.activity.by_handle.get(name)
    if stated or person is None:
        return stated.casefold()
    newest = next((deed.organisation for deed in reversed(deeds.of(person)) if deed.organisation), 0)
    return deeds.organisations.get(newest, "").casefold()


def _quiet(last: int, deeds: Deeds, months: int) -> Checked:
    silent = int(max(0, deeds.until - last) // MONTH)
    values: dict[str, Scalar] = {"have": silent, "least": months}
    if silent < months:
        text = "Seen here within the last {least} months."
        return Checked(State.MET, Message(text, values), silent, months)
    if not deeds.knows_forge(last):
        text = "Nothing here for {have} months, where {least} count as quiet; connect a forge to know more."
        return Checked(State.UNKNOWN, Message(text, values), silent, months)
    text = "Nothing seen here for {have} months; after {least}, this ladder counts somebody as quiet."
    return Checked(State.NOT_YET, Message(text, values), silent, months)
