"""Stores that imported invented hours, for the tests of archives."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from folkmoot.sources.archives.unpacking import Unpacking
from folkmoot.sources.archives.wanted import wanted
from folkmoot.store.archive_intake import ArchiveIntake, Imported
from folkmoot.store.database import Connection
from folkmoot.store.people import resolve_people
from folkmoot.store.scope import look_at
from fresh_store import fresh_store
from sources.archives.public_events import Event, written

HOUR = "2024-05-01-12.json"


def take(
    store: Connection, *hours: Sequence[Event], repo: str = "moot/*", name: str = HOUR, between: str = "\n"
) -> Imported:
    """Import each of `hours` on its own, as one import after another."""
    imported = Imported()
    for hour in hours:
        with tempfile.TemporaryDirectory() as folder:
            place = str(written(Path(folder) / name, hour, between))
            with (
                Unpacking([place], Path(folder)) as unpacking,
                ArchiveIntake(store, wanted([repo], []), Path(folder), imported) as intake,
            ):
                intake.take(place, unpacking.next_file())
                intake.finish()
    resolve_people(store)
    return imported


def store_with(*hours: Sequence[Event], **how: Any) -> Connection:
    """A new store with these hours, looked at."""
    store = fresh_store()
    take(store, *hours, **how)
    look_at(store)
    return store


def rows(store: Connection, question: str) -> list[tuple[Any, ...]]:
    """Every row of an answer."""
    return store.execute(question).fetchall()


TABLES = (
    "project", "account", "identity", "item_fact", "remark_fact", "turn_fact", "label_fact", "act_fact",
    "snapshot_fact", "coverage", "forge_state",
)  # fmt: skip
MEANINGS = (
    """select i.* exclude (project, author, closed_by, merged_by), p.name, a.login, c.login, m.login
    from item_fact i join project p using (project) left join account a on a.identity = i.author
    left join account c on c.identity = i.closed_by left join account m on m.identity = i.merged_by""",
    "select * exclude (project, author), login from remark_fact left join account on identity = author",
    "select * exclude (project, actor), login from turn_fact left join account on identity = actor",
    "select * exclude (project, actor), login from act_fact left join account on identity = actor",
    "select * exclude (project) from label_fact",
    "select * exclude (project) from snapshot_fact",
    "select * exclude (project) from coverage",
)


def dump(store: Connection, tables: Iterable[str] = TABLES) -> list[list[tuple[Any, ...]]]:
    """What the tables hold, in an order that does not depend on that of writing."""
    return [sorted(rows(store, f"from {table}"), key=str) for table in tables]


def meaning(store: Connection) -> list[list[tuple[Any, ...]]]:
    """What was told, with names instead of numbers: the same whatever order it was read in."""
    return [sorted(rows(store, question), key=str) for question in MEANINGS]
