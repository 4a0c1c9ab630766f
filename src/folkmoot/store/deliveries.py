"""Taking delivered webhook payloads into a store, as if the forge had been asked."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeGuard

from folkmoot.i18n import Message
from folkmoot.model.errors import UsageError
from folkmoot.model.forge import NOBODY, Account, Item, Record, Remark, Turn
from folkmoot.sources.forges.github import NAME
from folkmoot.sources.forges.github.webhook import READERS, github_webhook, project_of, vanished
from folkmoot.sources.json_elements import loads
from folkmoot.sources.web.place import place_of
from folkmoot.store.database import Connection, one
from folkmoot.store.forge_intake import ForgeIntake
from folkmoot.store.lookup import Lookup
from folkmoot.store.people import resolve_people
from folkmoot.store.projects import project_at
from folkmoot.store.told_twice import drop_what_was_told_twice
from folkmoot.store.vanished import take_out
from folkmoot.store.writer import writing

LARGEST = 30_000_000
"""Most bytes of one payload; GitHub delivers none over 25 MB."""
EVENT = re.compile(r"([a-z0-9_]+)(?:[.-].*)?\.json")
UNREAD = "{file}: {why}"
LEFT = "left"
"""Under this name stand the numbers of issues that are gone from a project."""
FIRST = frozenset({"created", "submitted"})
"""Actions whose payloads show a comment or review as it was when it was made."""


@dataclass
class Delivered:
    """What was delivered: files, records by sort, files of events nobody reads, and what made no sense."""

    files: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    passed_over: int = 0
    problems: list[Message] = field(default_factory=list)


def take_deliveries(
    store: Path, places: Iterable[Path], *, waiting: Callable[[str], None] | None = None
) -> Delivered:
    """Take payloads from files, and from the JSON files of folders, in the order of their names.

    A file holds `{"event": ..., "payload": ...}`, or a payload alone under the event's name:
    `issues.<anything>.json`. Raises UsageError for a place that is not there, StoreError, StoreBusyError.
    """
    delivered = Delivered()
    found = list(_files(places))
    with writing(store, waiting=waiting) as connection:
        lookup = Lookup(connection)
        for file in found:
            try:
                _take(connection, lookup, *_read(file), delivered)
            except (ValueError, UsageError, OSError) as error:
                delivered.problems.append(Message(UNREAD, {"file": file.name, "why": str(error)}))
        drop_what_was_told_twice(connection)
        resolve_people(connection)
    return delivered


def _files(places: Iterable[Path]) -> Iterator[Path]:
    for place in places:
        if place.is_dir():
            yield from sorted(path for path in place.iterdir() if path.suffix == ".json" and path.is_file())
        elif place.is_file():
            yield place
        else:
            raise UsageError(
                f"There is no file or folder {place}.", hint="name files of payloads, or folders of them."
            )


def _read(file: Path) -> tuple[str, object]:
    """Give the event and payload of a file. Raises ValueError."""
    if file.stat().st_size > LARGEST:
        raise ValueError(f"it is longer than {LARGEST // 1_000_000} MB")
    told = loads(file.read_bytes())
    if isinstance(told, dict) and isinstance(told.get("event"), str) and "payload" in told:
        return told["event"], told["payload"]
    match = EVENT.fullmatch(file.name)
    if match is None:
        raise ValueError("neither its name nor its content says which event it is")
    return match[1], told


def _take(connection: Connection, lookup: Lookup, event: str, payload: object, delivered: Delivered) -> None:
    delivered.files += 1
    if event not in READERS:
        delivered.passed_over += 1
        return
    records, gone = github_webhook(event, payload), vanished(event, payload)
    place = place_of(project_of(payload))
    if not (records or gone) or place is None:
        return
    project = project_at(connection, place.shown, place.project)
    left = _left(connection, project)
    if gone is not None:
        take_out(connection, project, [gone])
        _remember(connection, project, left | {gone.number})
        delivered.counts["gone"] += 1
        return
    records = [one for one in records if not (_is_of_issue(one) and one.number in left)]
    intake = ForgeIntake(connection, project, NAME, place.host, lookup)
    is_first = isinstance(payload, dict) and payload.get("action") in FIRST
    intake.take(_newest(connection, project, records, is_first=is_first))
    closers = [
        (intake.account(record.closed_by), record)
        for record in records
        if isinstance(record, Item) and record.closed_by != NOBODY
    ]
    intake.flush()
    for closer, item in closers:  # a later look, which does not tell who closed it, may have come first
        connection.execute(
            """update item_fact set closed_by = ? where project = ? and is_change = ? and number = ?
                and source = ? and closed_at = ? and closed_by = 0""",
            [closer, project, int(item.is_change), item.number, NAME, item.closed_at],
        )
    delivered.counts.update(intake.counts)


def _is_of_issue(record: Record) -> TypeGuard[Item | Remark | Turn]:
    return isinstance(record, Item | Remark | Turn) and not record.is_change


def _left(connection: Connection, project: int) -> frozenset[int]:
    """Give the issues that left the project: payloads come in any order, and numbers are never used again."""
    row = one(
        connection, "select value from forge_state where project = ? and source = ? and name = ?",
        [project, NAME, LEFT],
    )  # fmt: skip
    return frozenset(json.loads(row[0])) if row else frozenset()


def _remember(connection: Connection, project: int, left: frozenset[int]) -> None:
    place = [project, NAME, LEFT]
    connection.execute("delete from forge_state where project = ? and source = ? and name = ?", place)
    connection.execute("insert into forge_state values (?, ?, ?, ?)", [*place, json.dumps(sorted(left))])


def _newest(
    connection: Connection, project: int, records: list[Record], *, is_first: bool
) -> Iterator[Record]:
    """Yield records, what is known already only as far as they tell newer things of it.

    Payloads come in any order. `is_first` tells of one that says how something was when it was made.
    """
    for record in records:
        if isinstance(record, Item):
            yield from _newer_item(connection, project, record)
        elif isinstance(record, Remark):
            yield _newer_remark(connection, project, record, is_first=is_first)
        else:
            yield record


def _newer_item(connection: Connection, project: int, record: Item) -> Iterator[Item]:
    """Yield an item where it is newer than what is known, and with who closed it."""
    known = one(
        connection,
        """select i.updated_at, i.closed_at, a.login, a.is_bot from item_fact i
        left join account a on a.identity = i.closed_by
        where i.project = ? and i.is_change = ? and i.number = ? and i.source = ?""",
        [project, int(record.is_change), record.number, NAME],
    )
    if known and known[0] > record.updated_at:
        return
    if known and known[0] == record.updated_at and known[1] and not record.closed_at:
        return  # in the very second in which it was closed, something was done to it before
    is_same = known and known[2] and known[1] == record.closed_at and record.closed_by == NOBODY
    yield record._replace(closed_by=Account(known[2], is_bot=bool(known[3]))) if is_same else record


def _newer_remark(connection: Connection, project: int, record: Remark, *, is_first: bool) -> Remark:
    """Give a remark as it is now: edited, if it ever was; what was dismissed is so for good."""
    known = one(
        connection,
        "select made_at, state, length, is_command from remark_fact where project = ? and event = ?",
        [project, f"{NAME}:{record.key}"],
    )
    if not known:
        return record
    if is_first:
        record = record._replace(state=known[1], length=known[2], is_command=bool(known[3]))
    return record._replace(
        made_at=max(record.made_at, known[0]),
        state="dismissed" if known[1] == "dismissed" else record.state,
    )
