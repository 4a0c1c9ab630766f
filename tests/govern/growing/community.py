"""A small invented community for the tests of this room: what its people did, and who holds which role."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from random import Random

from folkmoot.govern.growing.deeds import Deed, Deeds, read_deeds
from folkmoot.govern.roles.activity import Activity, Seen
from folkmoot.model.role import Holder, Listing, Role
from folkmoot.store.database import Connection
from worked_example import day, example

NAMES = {1: "Ada", 2: "Bob", 3: "Cleo", 4: "Dora"}


def deeds(*done: tuple[str, str, str], until: str = "2026-06-15", has_forge: bool = False) -> Deeds:
    """Give deeds from (name, day, kind), each of its own event; handles are the names in lower case."""
    people = {name: number for number, name in NAMES.items()}
    rows = tuple(
        Deed(day(when), f"git:{place:012x}{'0' * 28}", kind, people[name], 1)
        for place, (name, when, kind) in enumerate(done)
    )
    return whole(rows, until=until, has_forge=has_forge)


def whole(rows: Iterable[Deed], *, until: str = "2026-06-15", has_forge: bool = False) -> Deeds:
    """Give everything about some deeds."""
    rows = tuple(rows)
    there = {row.person for row in rows}
    seen = {
        person: Seen(
            person, NAMES[person], (NAMES[person].lower(),), max(r.ts for r in rows if r.person == person), 0
        )
        for person in there
    }
    handles = {NAMES[person].lower(): person for person in there}
    activity = Activity(day(until), seen, handles)
    names = {person: NAMES[person] for person in there}
    return Deeds(day(until), rows, names, {}, activity, {1: "example"}, has_forge, 0 if has_forge else None)


def shuffled(found: Deeds, seed: int) -> Deeds:
    """Give the same deeds in another order."""
    rows = list(found.all)
    Random(seed).shuffle(rows)
    return whole(rows, has_forge=found.has_forge)


def role(handle: str, name: str, employer: str = "", scope: str = "") -> Listing:
    """Give one line of a file of roles."""
    return Listing(Role(name, scope), Holder(handle=handle, employer=employer), "OWNERS", 1)


def stated(store: Connection, **files: str) -> Connection:
    """Put `.folkmoot/people/<name>.toml` into a store, as a sync would."""
    for name, text in files.items():
        store.execute(
            "insert into document values (1, ?, ?)", [f".folkmoot/people/{name}.toml", text.encode()]
        )
    return store


def read(commits: str, **tables: str) -> Deeds:
    """Read the deeds of a worked example."""
    return read_deeds(example(commits, **tables))  # type: ignore[arg-type]


def a_day(text: str) -> date:
    return date.fromisoformat(text)


def names(found: Deeds, people: Sequence[int]) -> list[str]:
    """Give what people are called."""
    return [found.names[person] for person in people]
