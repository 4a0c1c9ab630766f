"""Importing archives of public events into a store.

A file is unpacked piece by piece beside the engine, which reads each piece, keeps the events that are wanted
and forgets the rest; so memory does not grow with files. Some hours at a time become facts and enter the
store at once.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from folkmoot.i18n import Message
from folkmoot.model.errors import HostileInputError, SourceError, UnreachableError
from folkmoot.sources.archives.hours import Stretch, stretches
from folkmoot.sources.archives.pieces import Piece, pieces
from folkmoot.sources.archives.stream import opened, unpacked
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
"""Events kept before they become facts."""
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
            writing(store, waiting=waiting) as connection,
            tempfile.TemporaryDirectory(prefix="folkmoot-archive-") as folder,
        ):
            connection.execute(f"set memory_limit = '{MEMORY}'")
            connection.execute(f"set temp_directory = '{folder}'")
            intake = ArchiveIntake(connection, wanted, Path(folder), imported)
            for number, place in enumerate(places[start : start + TOGETHER], start):
                told("reading hours", number, len(places))
                intake.take(place)
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
    """Takes file after file; `finish` writes what is still kept, and the coverage of all of them."""

    def __init__(self, connection: Connection, wanted: Wanted, folder: Path, imported: Imported) -> None:
        self.connection = connection
        self.wanted = wanted
        self.folder = folder
        self.imported = imported
        self.reader = EventReader(connection, wanted, folder)
        self.covered: list[Stretch] = []
        connection.execute("create or replace temp table touched_project (project integer)")

    def take(self, place: str) -> None:
        """Read one file. One that breaks off is named, and what came before is kept."""
        before = self.reader.damaged
        span = (0, 0)
        try:
            with opened(place) as file:
                span = self.reader.read(place, _ahead(unpacked(file, place), self.folder))
            self.imported.files += 1
            is_damaged = self.reader.damaged > before
        except (SourceError, OSError) as error:
            self.imported.unread.append(_told(place, error))
            is_damaged, span = True, self.reader.span
            if isinstance(error, HostileInputError | UnreachableError) and not span[1]:
                return
        self.covered += stretches(place, *span, is_damaged=is_damaged)
        if self.reader.kept >= ROWS:
            self._write()

    def finish(self) -> None:
        """Write what is kept, in one transaction with how far it reaches."""
        self._write()
        drop_what_was_told_twice(self.connection)
        write_coverage(self.connection, self.wanted, self.covered)
        self.imported.lines += self.reader.lines
        self.imported.types.update(self.reader.types)
        self.imported.damaged += self.reader.damaged
        self.imported.damages += self.reader.damages

    def _write(self) -> None:
        if not self.reader.kept:
            return
        self.connection.execute("begin")
        self.imported.new_projects += place_repositories(self.connection)
        write_facts(self.connection)
        self.connection.execute("insert into touched_project select distinct project from homed")
        self.connection.execute("commit")
        self.reader.clear()


def _ahead(chunks: Iterator[bytes], folder: Path) -> Iterator[Piece]:
    """Yield pieces, the next one being unpacked while the engine reads this one."""
    with closing(pieces(chunks, folder)) as found, ThreadPoolExecutor(1) as beside:  # type: ignore[type-var]
        waiting = beside.submit(next, found, None)
        while (piece := waiting.result()) is not None:
            waiting = beside.submit(next, found, None)
            yield piece


def _told(place: str, error: Exception) -> Message:
    what = error.what if isinstance(error, SourceError) else f"{place} cannot be read: {error}."
    return Message("{what}", {"what": what})
