"""Newcomers beside people who have offered to help, where both work on the same part.

Only who has said so is offered as a mentor, in `.folkmoot/people/<handle>.toml`::

    [mentoring]
    capacity = 2                           # newcomers at a time
    areas = ["docs", "src/parser"]         # optional; else where they were active in the last 12 months
    languages = ["en", "de"]               # optional
    until = 2027-01-01                     # optional, the last day it holds

A newcomer is somebody whose first contribution is a few months old at most; their areas are the folders of
their first month. Who is paired with whom follows from shared folders and free places, never from how much
anybody did.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from folkmoot.govern.files.table import Table, read_table
from folkmoot.govern.growing.deeds import Deeds
from folkmoot.govern.roles.activity import MONTH
from folkmoot.i18n import Text
from folkmoot.model.errors import SourceError
from folkmoot.model.problem import Problem
from folkmoot.store.database import Connection

FOLDER = ".folkmoot/people/"
TEXT = frozenset({"capacity", "areas", "languages", "until"})


@dataclass(frozen=True)
class Offer:
    """What somebody offers: newcomers at a time, areas (none: where they are active), languages, an end."""

    handle: str
    capacity: int
    areas: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    until: date | None = None


@dataclass(frozen=True)
class Stay:
    """That a person worked in a folder, and when for the first and the last time."""

    person: int
    area: str
    first: int
    last: int


@dataclass(frozen=True)
class Pair:
    """One newcomer, their areas, and the mentor with the areas both share; no mentor: "" and why in `why`."""

    newcomer: int
    since: int
    areas: tuple[str, ...]
    mentor: str = ""
    shared: tuple[str, ...] = ()
    why: Text = ""


def read_offer(path: str, content: bytes) -> Offer | None:
    """Read what one person's file offers; None where it offers nothing. Raises SourceError."""
    table = read_table(path, content).table("mentoring")
    if table is None:
        return None
    table.only(TEXT)
    capacity = table.number("capacity", 0, most=50)
    handle = path.removeprefix(FOLDER).removesuffix(".toml")
    return Offer(handle, capacity, _texts(table, "areas"), _texts(table, "languages"), table.day("until"))


def _texts(table: Table, key: str) -> tuple[str, ...]:
    values = table.values.get(key, [])
    if not isinstance(values, list) or len(values) > 100:
        raise table.wrong(f"has a `{key}` that is no list")
    if not all(isinstance(each, str) and 0 < len(each) <= 300 for each in values):
        raise table.wrong(f"has something in `{key}` that is no short text")
    return tuple(values)


def read_offers(connection: Connection) -> tuple[list[Offer], list[Problem]]:
    """Read every offer that was synced into a store, and what is wrong with the files that hold one."""
    rows = connection.execute(
        "select distinct name, content from document where name like '.folkmoot/people/%.toml' order by name"
    ).fetchall()
    offers: dict[str, Offer] = {}
    problems = []
    for name, content in rows:
        try:
            offer = read_offer(str(name), bytes(content))
        except SourceError as error:
            problems.append(Problem(str(name), 0, error.what, error.hint))
            continue
        if offer is not None and offer.capacity:
            offers.setdefault(offer.handle.casefold(), offer)
    return list(offers.values()), problems


def read_stays(connection: Connection) -> list[Stay]:
    """Read who worked in which folders; programs are left out."""
    rows = connection.execute(
        """select person, directory, min(ts), max(ts) from touches where is_bot = 0 and person > 0
        group by person, directory order by person, directory"""
    ).fetchall()
    return [Stay(*row) for row in rows]


def newcomers(deeds: Deeds, months: int) -> dict[int, int]:
    """Give who did their first deed in the last so many months, with when that was."""
    start = deeds.until - months * MONTH
    return {
        person: deed.ts
        for person, deed in deeds.firsts().items()
        if deed.ts >= start and deeds.is_named(person)
    }


def pairs(deeds: Deeds, stays: Sequence[Stay], offers: Iterable[Offer], months: int) -> list[Pair]:
    """Pair newcomers, who came first first, with mentors who share a folder and have a free place."""
    today = datetime.fromtimestamp(deeds.until, UTC).date()
    open_offers = [each for each in offers if each.until is None or each.until >= today]
    free = {offer.handle: offer.capacity for offer in open_offers}
    areas = {offer.handle: _areas_of(offer, deeds, stays) for offer in open_offers}
    lately = newcomers(deeds, months)
    found = []
    for person, since in sorted(lately.items(), key=lambda each: (each[1], deeds.names[each[0]].casefold())):
        mine = tuple(sorted({s.area for s in stays if s.person == person and s.first <= since + MONTH}))
        choices = []
        for offer in open_offers:
            shared = tuple(
                area for area in mine if any(_meets(area, theirs) for theirs in areas[offer.handle])
            )
            is_self = deeds.activity.by_handle.get(offer.handle.casefold()) == person
            if shared and not is_self:
                choices.append((offer.handle, shared))
        choices.sort(key=lambda choice: (-len(choice[1]), -free[choice[0]], choice[0].casefold()))
        chosen = next(((handle, shared) for handle, shared in choices if free[handle]), None)
        if chosen is not None:
            free[chosen[0]] -= 1
            found.append(Pair(person, since, mine, *chosen))
        else:
            why = (
                "Everybody who has offered to help here has no place left."
                if choices
                else "Nobody who has offered to help works here."
            )
            found.append(Pair(person, since, mine, why=why))
    return found


def _areas_of(offer: Offer, deeds: Deeds, stays: Sequence[Stay]) -> set[str]:
    if offer.areas:
        return set(offer.areas)
    person = deeds.activity.by_handle.get(offer.handle.casefold())
    return {s.area for s in stays if s.person == person and s.last >= deeds.until - 12 * MONTH}


def _meets(area: str, offered: str) -> bool:
    """Tell whether a newcomer's folder is the offered one, lies in it, or holds it."""
    one, other = f"{area.strip('/')}/", f"{offered.strip('/')}/"
    return one.startswith(other) or other.startswith(one)


def languages_of(offers: Iterable[Offer]) -> Mapping[str, tuple[str, ...]]:
    """Give the languages each mentor offers, by handle."""
    return {offer.handle: offer.languages for offer in offers}
