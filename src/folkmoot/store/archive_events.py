"""Events of an archive as rows: read by the engine where they have today's form, else in Python.

What is read is laid down in two tables in memory, one row per event that was wanted: `said` for issues and
changes and what is said of them, `done` for everything else, of which far less is read. They are filled at
once, over two connections. The view `told` has what both have in common. Addresses of e-mail are taken out of
titles and names of branches.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path
from typing import NamedTuple

from folkmoot.i18n import Message
from folkmoot.model.errors import FolkmootError
from folkmoot.sources.archives.eras import todays
from folkmoot.sources.archives.objects import Found, objects
from folkmoot.sources.archives.pieces import SIZE, Piece
from folkmoot.sources.archives.shape import MisfitError, Shape, fitted
from folkmoot.sources.archives.wanted import Wanted
from folkmoot.store.archive_reading import DONE, IS_ITEM, NEW, SAID, sorts
from folkmoot.store.database import Connection
from folkmoot.store.engine import duckdb

LEFT_OUT = Message("{file}, line {line}: {problem}.")
MOST_TOLD = 100


class Damage(NamedTuple):
    """A line that was left out: the file, the line counted from 1, and why."""

    file: str
    line: int
    problem: str

    def __str__(self) -> str:
        """Give it as a sentence."""
        return str(Message(LEFT_OUT.text, {"file": self.file, "line": self.line, "problem": self.problem}))


class _Sort(NamedTuple):
    """What a piece has of one type of event: how many, the first and the last time, how many are no such."""

    type: str
    events: int
    first: int
    last: int
    bad: int

    @property
    def is_item(self) -> bool:
        """Tell whether it is about issues or changes."""
        return self.type.startswith(("Issue", "PullRequest"))


_NOTHING = _Sort("", 0, 0, 0, 1)


class EventReader:
    """Fills `said` and `done` from the pieces of one file after another."""

    def __init__(self, connection: Connection, wanted: Wanted, folder: Path) -> None:
        self.wanted = wanted
        self.folder = folder
        self.lines = 0
        self.piece = 0
        self.span = (0, 0)
        self.types: Counter[str] = Counter()
        self.damaged = 0
        self.damages: list[Damage] = []
        self.nothing = folder / "nothing.json"
        self.nothing.touch()
        self.second = other(connection)
        self.beside = ThreadPoolExecutor(1)
        self.rooms: dict[Connection, str] = {}
        self.begin(connection)

    def close(self) -> None:
        """Let go of what is kept; nothing may be reading it."""
        self.beside.shutdown()
        for room in self.rooms.values():
            self.second.execute(f"detach {room}")

    def begin(self, connection: Connection) -> None:
        """Go on with empty tables over this connection; those of another one stay as they are."""
        self.connection = connection
        if connection not in self.rooms:
            room = self.rooms[connection] = f"hours_{len(self.rooms)}"
            connection.execute(f"attach ':memory:' as {room}")
            for table, text in (("said", SAID), ("done", DONE)):
                connection.execute(
                    f"create table {room}.{table} as {text} limit 0", self._values(self.nothing)
                )
        self.room = self.rooms[connection]
        self.clear()

    def clear(self) -> None:
        """Begin anew; deleting rows would leave them in memory."""
        self.kept = 0
        self.connection.execute(NEW.replace("$room", self.room)).fetchall()

    def _values(self, file: Path) -> dict[str, str | int | bool]:
        return {
            "is_everything": ".*" in self.wanted.repository.split("|"),
            "file": str(file),
            "piece": self.piece,
            "repository": self.wanted.repository,
            "organisation": self.wanted.organisation,
        }

    def read(self, name: str, found: Iterable[Piece]) -> tuple[int, int]:
        """Read one file, given as pieces, and give the times of its first and last event (0: none).

        They stand in `span` too, for a file that breaks off.
        """
        self.span = (0, 0)
        waiting = iter(found)
        for piece in waiting:
            if piece.is_whole and self._load(piece):
                self.lines += piece.lines
                continue
            rest = _Rest(piece, waiting)
            self._line_by_line(name, rest.content(), piece.first_line)
            if rest.error is not None:
                raise rest.error
        return self.span

    def _load(self, piece: Piece) -> bool:
        """Read a piece with the engine; False when something in it has not today's form."""
        try:
            found = self._engine(piece.path, piece.items)
        except duckdb.Error:
            found = [_NOTHING]
        if not any(sort.bad for sort in found):
            self._count(found)
            return True
        for table in ("said", "done"):
            self.connection.execute(f"delete from {self.room}.{table} where piece = {self.piece}")  # noqa: S608 - a number
        return False

    def _engine(self, path: Path, items: Path | None = None) -> list[_Sort]:
        """Read files of events into both tables: any events in `path`, those of items in `items`.

        Gives what came by type; what is bad stays for the caller to take out.
        """
        self.piece += 1
        wide = [items] if items is not None and items.stat().st_size else []
        beside = [self.beside.submit(self._fill, self.second, "said", SAID, file) for file in wide]
        try:
            self._fill(self.connection, "done", DONE, path)
            found = self._sorts("done")
        finally:
            wait(beside)
        for read in beside:
            read.result()
        if any(sort.bad for sort in found):
            return found
        if any(sort.is_item for sort in found):
            # Their lines do not begin as most do.
            self.connection.execute(f"delete from {self.room}.done where piece = {self.piece} and {IS_ITEM}")  # noqa: S608 - a number
            found = [sort for sort in found if not sort.is_item]
            wide.append(path)
            self._fill(self.connection, "said", SAID, path)
        return found + self._sorts("said") if wide else found

    def _fill(self, connection: Connection, table: str, text: str, path: Path) -> None:
        connection.execute(f"insert into {self.room}.{table} {text}", self._values(path)).fetchall()

    def _sorts(self, table: str) -> list[_Sort]:
        """Give what the last piece brought to a table, by type."""
        rows = self.connection.execute(sorts(table), {"piece": self.piece}).fetchall()
        return [_Sort(*row) for row in rows]

    def _count(self, found: Iterable[_Sort]) -> None:
        for sort in found:
            self.types[sort.type] += sort.events
            self.kept += sort.events
            self.span = (min(self.span[0] or sort.first, sort.first), max(self.span[1], sort.last))

    def _line_by_line(self, name: str, content: Iterable[bytes], first_line: int) -> None:
        """Bring what is left of a file to today's form, a piece at a time."""
        path = self.folder / "fitted.json"
        events = self._fitted(name, content, first_line)
        while _write(path, events):
            self._count(self._engine(path))

    def _fitted(self, name: str, content: Iterable[bytes], first_line: int) -> Iterator[Shape]:
        """Yield the events of somebody's repository; what makes no sense is left out and named."""
        for found in objects(content, first_line):
            self.lines += 1
            event, problem = _read(found)
            if problem:
                self._leave_out(Damage(name, found.line, problem))
                continue
            if event.get("repo", {}).get("name"):
                yield event

    def _leave_out(self, damage: Damage) -> None:
        self.damaged += 1
        if len(self.damages) < MOST_TOLD:
            self.damages.append(damage)


def other(connection: Connection) -> Connection:
    """Give another connection to the same store, which reads times as the first one does."""
    made = connection.cursor()
    made.execute("set timezone = 'UTC'")
    return made


class _Rest:
    """What is left of a file from a piece on. Where it breaks off, it ends, and `error` says why."""

    def __init__(self, piece: Piece, waiting: Iterator[Piece]) -> None:
        self.piece = piece
        self.waiting = waiting
        self.error: FolkmootError | None = None

    def content(self) -> Iterator[bytes]:
        yield from self.piece.content()
        try:
            for piece in self.waiting:
                yield from piece.content()
        except FolkmootError as error:
            self.error = error


def _read(found: Found) -> tuple[Shape, str]:
    """Give an object as an event of today's form, or why it is none."""
    if found.problem:
        return {}, found.problem
    try:
        return fitted(todays(found.value)), ""
    except MisfitError as error:
        return {}, str(error)


def _write(path: Path, events: Iterator[Shape]) -> bool:
    """Write events, one per line, until a piece is full; False when there were none."""
    written = 0
    with path.open("w", encoding="utf-8") as file:
        for event in events:
            written += file.write(json.dumps(event, ensure_ascii=False) + "\n")
            if written > SIZE:
                break
    return written > 0
