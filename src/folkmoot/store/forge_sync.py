"""Bringing a store up to date with what a forge says, so that nothing is asked for twice.

What the forge says is spooled beside the store, page by page; when all of it is there, it enters the store at
once. A reading that was broken off, at whatever moment, goes on where its last whole page ended.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path

from folkmoot.model.coverage import common_end
from folkmoot.model.errors import SourceError
from folkmoot.model.forge import Item, Mark, Reach, Record, Snapshot
from folkmoot.model.link import project_address, safe
from folkmoot.model.source import Estimate, ForgeSource
from folkmoot.sources import clock
from folkmoot.sources.forges import all_forges
from folkmoot.store.database import Connection, one, reading, schema_version
from folkmoot.store.forge_intake import ForgeIntake, marks
from folkmoot.store.people import resolve_people
from folkmoot.store.schema import SCHEMA_VERSION
from folkmoot.store.spool import Spool
from folkmoot.store.told_twice import drop_what_was_told_twice
from folkmoot.store.vanished import Place, is_noted, let_go, unaccounted
from folkmoot.store.writer import writing

BATCH = 50_000
"""Records that enter the store in one go."""


@dataclass(frozen=True)
class ForgeSynced:
    """What a sync found: the project's number, how many records of each sort, and as of when it is known.

    `today` are the forge's own counts, as far as it told them; `listed` are the items it told of.
    """

    project: int
    counts: Counter[str]
    until: int
    today: Snapshot | None = None
    listed: frozenset[Place] = frozenset()


def sync_forge(
    store: Path,
    origin: str,
    source: ForgeSource,
    *,
    announce: Callable[[Estimate], None] | None = None,
    waiting: Callable[[str], None] | None = None,
) -> ForgeSynced:
    """Read what is new at a forge into the project of `store` whose origin is `origin`.

    `announce` is told what it will cost before it begins. The project is made where there is none of that
    origin. Raises SourceError, StoreError, StoreBusyError; what was read so far is kept for the next time.
    """
    about = [origin, source.name, source.host, source.shown]
    name = sha256("\0".join(about).encode("utf-8", "replace")).hexdigest()[:16]
    spool = Spool(store.resolve().with_name(f"{store.name}.{name}.spool"), about, source.host)
    is_done = False
    try:
        since = {**_marks(store, origin, source), **spool.marks}
        if announce is not None and (estimate := source.estimate(since)) is not None:
            announce(estimate)
        _spool(source, since, spool)
        synced = _enter(store, origin, source, spool, waiting)
        is_done = True
    finally:
        spool.close(is_done=is_done)
    if synced.today is not None and not source.problems:
        gone = _let_go(store, source, synced, synced.today, waiting)
        synced.counts.update({"gone": gone} if gone else {})
    return synced


def forge_until(connection: Connection, project: int) -> int:
    """Give until when the forges of a project were read, 0 where it has none."""
    row = one(
        connection,
        "select min(until) from coverage where project = ? and list_contains(?, source)",
        [project, list(all_forges())],
    )
    return int(row[0] or 0)


def known_until(connection: Connection, projects: Collection[int] | None = None) -> int | None:
    """Give the moment that reports on a store are as of: the last of which each project's sources all told.

    Of `projects` alone where they are given. Where they differ it is the newest of theirs. None where nothing
    was read but deliveries.
    """
    rows = connection.execute(
        """select project, coalesce(max(until) filter (source = 'git'), 0), max(until)
        from coverage group by project"""
    ).fetchall()
    return max(
        (
            common_end(int(git), forge_until(connection, int(project))) or int(newest)
            for project, git, newest in rows
            if projects is None or project in projects
        ),
        default=None,
    )


def _marks(store: Path, origin: str, source: ForgeSource) -> dict[str, str]:
    """Give where the last whole reading of this very place ended."""
    if not store.exists():
        return {}
    with reading(store) as connection:
        if schema_version(connection) != SCHEMA_VERSION:
            return {}
        row = one(connection, "select project from project where origin = ?", [origin])
        known = marks(connection, int(row[0]), source.name) if row else {}
    # Another project, or another host, begins at the beginning.
    return known if known.pop("place", "") == _place(source) else {}


def _place(source: ForgeSource) -> str:
    return f"{source.host} {source.shown}"


def _spool(source: ForgeSource, since: dict[str, str], spool: Spool) -> None:
    """Write each page when its mark has come."""
    page: list[Record] = []
    for record in source.records(since):
        page.append(record)
        if isinstance(record, Mark):
            spool.page(page)
            page = []
    if page:
        spool.page([*page, Mark("end", str(len(page)))])


def _enter(
    store: Path, origin: str, source: ForgeSource, spool: Spool, waiting: Callable[[str], None] | None
) -> ForgeSynced:
    with writing(store, waiting=waiting) as connection:
        project = _project(connection, origin, source)
        _take_the_place_of_others(connection, project, source)
        intake = ForgeIntake(connection, project, source.name, source.host)
        until, today, listed = 0, None, set()
        records = spool.records()
        while batch := list(islice(records, BATCH)):
            intake.take(batch)
            intake.flush()
            until = max([until, *(record.until for record in batch if isinstance(record, Reach))])
            listed |= {record[:2] for record in batch if isinstance(record, Item)}
            today = next((record for record in batch if isinstance(record, Snapshot)), today)
        intake.take([Mark("place", _place(source)), Mark("synced", str(clock.now()))])
        if web := _web(source):  # a dump that is not read again names none
            intake.take([Mark("web", web)])
        intake.flush()
        drop_what_was_told_twice(connection)
        resolve_people(connection)
        known = one(
            connection,
            "select max(until) from coverage where project = ? and source = ?",
            [project, source.name],
        )
        counts = Counter({name: number for name, number in intake.counts.items() if name != "mark"})
        return ForgeSynced(project, counts, until or int(known[0] or 0), today, frozenset(listed))


def _let_go(
    store: Path, source: ForgeSource, synced: ForgeSynced, today: Snapshot,
    waiting: Callable[[str], None] | None,
) -> int:  # fmt: skip
    """Let go of open items that the forge no longer has, and give how many they were."""
    project = synced.project
    with reading(store) as connection:
        items = unaccounted(connection, project, source.name, today, synced.listed)
        if not items and is_noted(connection, project, source.name, today):
            return 0
    try:
        gone = source.vanished(items) if items else []
    except SourceError:
        return 0  # what was read is kept; they are asked for the next time
    with writing(store, waiting=waiting) as connection:
        number = let_go(connection, project, source.name, today, gone)
        if number:
            resolve_people(connection)
    return number


def _web(source: ForgeSource) -> str:
    """Give where the project can be looked at; a dump knows no more of it than its host and name."""
    _, sign, rest = source.shown.partition("://")
    return safe(f"https://{rest}") if sign else project_address(source.host, source.project)


def _project(connection: Connection, origin: str, source: ForgeSource) -> int:
    if row := one(connection, "select project from project where origin = ?", [origin]):
        return int(row[0])
    (number,) = one(connection, "select coalesce(max(project), 0) + 1 from project")
    name = source.project or source.shown
    connection.execute("insert into project values (?, ?, ?)", [number, name, origin])
    return int(number)


def _take_the_place_of_others(connection: Connection, project: int, source: ForgeSource) -> None:
    """Drop what another forge, or another place at this one, said of a project: it would count twice.

    Daily counts stay: they cannot be had again.
    """
    others = set(all_forges()) - {source.name}
    known = marks(connection, project, source.name).get("place", "")
    if known and known != _place(source):
        others.add(source.name)
    connection.execute(
        """delete from label_fact l using item_fact i where l.project = ? and i.project = l.project
            and i.is_change = l.is_change and i.number = l.number and list_contains(?, i.source)""",
        [project, sorted(others)],
    )
    connection.execute(
        """delete from run_fact r using head_fact t where r.project = ? and t.project = r.project
            and t.number = r.number and list_contains(?, t.source)""",
        [project, sorted(others)],
    )
    for table in (
        "item_fact",
        "head_fact",
        "remark_fact",
        "turn_fact",
        "act_fact",
        "forge_state",
        "coverage",
    ):
        connection.execute(
            f"delete from {table} where project = ? and list_contains(?, source)",  # noqa: S608 - names above
            [project, sorted(others)],
        )
