"""Importing archives of public events into a store.

A file is unpacked piece by piece beside the engine, which reads each piece, keeps the events that are wanted
and forgets the rest; so memory does not grow with files. Some hours at a time become facts and enter the
store at once, while the next ones are read over a connection of their own.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from folkmoot.i18n import Message
from folkmoot.model.errors import HostileInputError, SourceError, UnreachableError
from folkmoot.sources.archives.hours import Stretch, stretches
from folkmoot.sources.archives.pieces import Piece
from folkmoot.sources.archives.unpacking import Unpacking
from folkmoot.sources.archives.wanted import Wanted
from folkmoot.store.archive_coverage import write_coverage
from folkmoot.store.archive_events import Damage, EventReader
from folkmoot.store.archive_facts import counts, write_facts
from folkmoot.store.archive_projects import place_repositories
from folkmoot.store.database import Connection
from folkmoot.store.people import resolve_people
from folkmoot.store.told_twice import drop_what_was_told_twice
from folkmoot.store.writer import writing

TOGETHER = 24
"""Files that enter the store in one go."""
ROWS = 300_000
"""Events kept before they become facts; a file is not divided for it."""
MEMORY = "250MB"
"""What the engine may use while it reads; Python and its own needs come on top."""
Progress = Callable[[str, int, int], None]


@dataclass
class Imported:
    """What an import did: lines read, events kept by type, rows in the store by table, what was left out."""

    files: int = 0
    lines: int = 0
    types: Counter[str] = field(default_factory=Counter)
    rows: dict[str, int] = field(default_factory=dict)
    new_projects: int = 0
    damaged: int = 0
    damages: list[Damage] = field(default_factory=list)
    unread: list[Message] = field(default_factory=list)


def import_archives(
    store: Path,
    places: Sequence[str],
    wanted: Wanted,
    *,
    progress: Progress | None = None,
    waiting: Callable[[str], None] | None = None,
) -> Imported:
    """Import files, given as paths or URLs, into `store`.

    A file that cannot be read to its end is named in `unread`, what was read of it is kept. Raises
    StoreError, StoreBusyError, and SourceError when no file could be read at all.
    """
    told = progress or (lambda _what, _done, _of: None)
    imported = Imported()
    for start in range(0, len(places), TOGETHER):
        with (
            writing(store, waiting=waiting, reads_views=False) as connection,
            tempfile.TemporaryDirectory(prefix="folkmoot-archive-") as folder,
        ):
            connection.execute(f"set memory_limit = '{MEMORY}'")
            connection.execute(f"set temp_directory = '{folder}'")
            some = places[start : start + TOGETHER]
            with (
                Unpacking(some, Path(folder)) as unpacking,
                ArchiveIntake(connection, wanted, Path(folder), imported) as intake,
            ):
                for number, place in enumerate(some, start):
                    told("reading hours", number, len(places))
                    intake.take(place, unpacking.next_file())
                told("putting together", 0, 0)
                intake.finish()
            if start + TOGETHER >= len(places):
                resolve_people(connection)
            imported.rows = counts(connection)
    told("reading hours", len(places), len(places))
    if imported.unread and not imported.files and not imported.lines:
        raise SourceError(str(imported.unread[0]), hint="none of the files could be read.")
    return imported


class ArchiveIntake:
    """Takes file after file; `finish` writes what is still kept, and the coverage of all of them.

    Two connections take turns, each with temporary tables of its own: what was read over one is written while
    the next files are read over the other. One of them writes at a time, in the order of the files.
    """

    def __init__(self, connection: Connection, wanted: Wanted, folder: Path, imported: Imported) -> None:
        self.connection = connection
        self.wanted = wanted
        self.imported = imported
        self.reader = EventReader(connection, wanted, folder)
        self.covered: list[Stretch] = []
        self.touched: set[int] = set()
        self.beside = ThreadPoolExecutor(1)
        self.written: Future[Connection] | None = None

    def __enter__(self) -> Self:
        """Be left with nothing still being written."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Wait for what is being written, be it for nothing."""
        self.beside.shutdown()

    def take(self, place: str, found: Generator[Piece]) -> None:
        """Read one file, given as pieces. One that breaks off is named, and what came before is kept."""
        before = self.reader.damaged
        span = (0, 0)
        try:
            with closing(found):
                span = self.reader.read(place, found)
            self.imported.files += 1
            is_damaged = self.reader.damaged > before
        except (SourceError, OSError) as error:
            self.imported.unread.append(_told(place, error))
            is_damaged, span = True, self.reader.span
            if isinstance(error, HostileInputError | UnreachableError) and not span[1]:
                return
        self.covered += stretches(place, *span, is_damaged=is_damaged)
        if self.reader.kept >= ROWS:
            self._hand_over()

    def finish(self) -> None:
        """Write what is kept, and how far it reaches."""
        self._spare()
        if self.reader.kept:
            self._write(self.reader.connection)
            self.reader.clear()
        drop_what_was_told_twice(self.connection)
        write_coverage(self.connection, self.wanted, self.covered, self.touched)
        self.imported.lines += self.reader.lines
        self.imported.types.update(self.reader.types)
        self.imported.damaged += self.reader.damaged
        self.imported.damages += self.reader.damages

    def _hand_over(self) -> None:
        """Have what is kept written beside, and go on reading over the other connection."""
        spare = self._spare() or other(self.connection)
        self.written = self.beside.submit(self._write, self.reader.connection)
        self.reader.begin(spare)

    def _spare(self) -> Connection | None:
        """Give the connection that was written from, once that is done; None when there was none yet."""
        return self.written.result() if self.written is not None else None

    def _write(self, connection: Connection) -> Connection:
        connection.execute("begin")
        self.imported.new_projects += place_repositories(connection)
        write_facts(connection)
        projects = connection.execute("select distinct project from homed").fetchall()
        connection.execute("commit")
        self.touched.update(project for (project,) in projects)
        return connection


def other(connection: Connection) -> Connection:
    """Give another connection to the same store, which reads times as the first one does."""
    made = connection.cursor()
    made.execute("set timezone = 'UTC'")
    return made


def _told(place: str, error: Exception) -> Message:
    what = error.what if isinstance(error, SourceError) else f"{place} cannot be read: {error}."
    return Message("{what}", {"what": what})
