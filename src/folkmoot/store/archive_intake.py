"""Importing archives of public events into a store.

A file is unpacked piece by piece beside the engine, which reads each piece, keeps the events that are wanted
and forgets the rest; so memory does not grow with files. Some hours at a time become facts and enter the
store at once, while the next ones are read over a connection of their own.
"""

from __future__ import annotations

import errno
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from folkmoot.i18n import Message
from folkmoot.model.errors import HostileInputError, SourceError, StoreError, UnreachableError
from folkmoot.sources.archives.hours import Stretch, stretches
from folkmoot.sources.archives.pieces import Piece
from folkmoot.sources.archives.unpacking import Unpacking
from folkmoot.sources.archives.wanted import Wanted
from folkmoot.store.archive_coverage import write_coverage
from folkmoot.store.archive_events import Damage, EventReader, other
from folkmoot.store.archive_facts import counts, number_accounts, write_facts
from folkmoot.store.archive_projects import Repositories
from folkmoot.store.database import SAFE_SETTINGS, Connection, one
from folkmoot.store.lookup import Lookup
from folkmoot.store.people import resolve_people
from folkmoot.store.told_twice import drop_what_was_told_twice
from folkmoot.store.writer import writing

TOGETHER = 24
"""Files that enter the store in one go."""
ROWS = 150_000
"""Events kept before they become facts; a file is not divided for it."""
NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""What the system says when a disk takes no more."""
MEMORY = "250MB"
"""What the engine may use while it reads; Python and its own needs come on top."""
KNOWN = "select 1 from commit_fact union all select 1 from change_fact limit 1"
"""Asks whether any commit is known."""
TURN = 0.0002
"""Seconds after which one of our threads lets another on: the engine waits for Python with each part of an
answer, by default 5 ms."""
NO_FILE = "name files of an archive, a folder of them, or its address."
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
    way_out: str = ""
    """What to do about the first file that could not be read, where that is known."""


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
        some = places[start : start + TOGETHER]
        with (
            _short_turns(),
            tempfile.TemporaryDirectory(prefix="folkmoot-archive-") as folder,
            Unpacking(some, Path(folder)) as unpacking,
            writing(store, waiting=waiting, reads_views=False) as connection,
        ):
            connection.execute(f"set memory_limit = '{MEMORY}'")
            quoted = folder.replace("'", "''")
            connection.execute(f"set temp_directory = '{quoted}'")
            # What goes on at once here has threads of its own; one of the engine's would be in their way.
            connection.execute("set threads = 1")
            with ArchiveIntake(connection, wanted, Path(folder), imported) as intake:
                for number, place in enumerate(some, start):
                    told("reading hours", number, len(places))
                    intake.take(place, unpacking.next_file())
                told("putting together", 0, 0)
                intake.finish(is_last=start + TOGETHER >= len(places))
            imported.rows = counts(connection)
            connection.execute(f"set threads = {SAFE_SETTINGS['threads']}")
    told("reading hours", len(places), len(places))
    if imported.unread and not imported.files and not imported.lines:
        first = imported.unread[0]
        raise SourceError(f"No file could be read. {first}", hint=imported.way_out or NO_FILE)
    return imported


@contextmanager
def _short_turns() -> Iterator[None]:
    before = sys.getswitchinterval()
    sys.setswitchinterval(TURN)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


class ArchiveIntake:
    """Takes file after file; `finish` writes what is still kept, and the coverage of all of them.

    Two connections take turns, each with tables of its own: what was read over one is written while the next
    files are read over the other. One of them writes at a time, in the order of the files.
    """

    def __init__(self, connection: Connection, wanted: Wanted, folder: Path, imported: Imported) -> None:
        self.connection = connection
        self.wanted = wanted
        self.imported = imported
        self.reader = EventReader(connection, wanted, folder)
        self.covered: list[Stretch] = []
        self.touched: set[int] = set()
        self.repositories: Repositories | None = None
        self.lookup: Lookup | None = None
        self.beside = ThreadPoolExecutor(1)
        self.written: Future[Connection] | None = None

    def __enter__(self) -> Self:
        """Be left with nothing still being written."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Wait for what is being written, be it for nothing, and let go of what was read."""
        self.beside.shutdown()
        self.reader.close()

    def take(self, place: str, found: Generator[Piece]) -> None:
        """Read one file, given as pieces. One that breaks off is named, and what came before is kept."""
        if self.reader.kept >= ROWS:
            self._hand_over()
        before = self.reader.damaged
        span = (0, 0)
        try:
            with closing(found):
                span = self.reader.read(place, found)
            self.imported.files += 1
            is_damaged = self.reader.damaged > before
        except (SourceError, OSError) as error:
            if isinstance(error, OSError) and error.errno in NO_ROOM:
                raise StoreError(
                    f"{self.reader.folder.parent} has no room to unpack {place}.",
                    hint="make room there, or name another folder with TMPDIR; a gigabyte is enough.",
                ) from error
            if isinstance(error, SourceError) and not self.imported.unread:
                self.imported.way_out = error.hint
            self.imported.unread.append(_told(place, error))
            is_damaged, span = True, self.reader.span
            if isinstance(error, HostileInputError | UnreachableError) and not span[1]:
                return
        self.covered += stretches(place, *span, is_damaged=is_damaged)

    def finish(self, *, is_last: bool = True) -> None:
        """Write what is kept, how far it reaches, and after the last files who is who."""
        self._spare()
        reader = self.reader
        if reader.kept:
            self._name(reader.connection)
        if self.repositories is not None:
            self.repositories.remember(reader.connection)
        # Only where commits are known does it matter to who is who what items say.
        concluded = None
        if not one(self.connection, KNOWN):
            concluded = self.beside.submit(self._conclude, other(self.connection), is_last=is_last)
        if reader.kept:
            self._write(reader.connection)
            reader.clear()
        drop_what_was_told_twice(self.connection)
        if concluded is None:
            self._conclude(self.connection, is_last=is_last)
        else:
            concluded.result()
        self.imported.lines += self.reader.lines
        self.imported.types.update(self.reader.types)
        self.imported.damaged += self.reader.damaged
        self.imported.damages += self.reader.damages

    def _conclude(self, connection: Connection, *, is_last: bool) -> None:
        write_coverage(connection, self.wanted, self.covered, self.touched)
        if is_last:
            resolve_people(connection)

    def _hand_over(self) -> None:
        """Have what is kept written beside, and go on reading over the other connection."""
        spare = self._spare() or other(self.connection)
        self.written = self.beside.submit(self._take_in, self.reader.connection)
        self.reader.begin(spare)

    def _spare(self) -> Connection | None:
        """Give the connection that was written from, once that is done; None when there was none yet."""
        return self.written.result() if self.written is not None else None

    def _take_in(self, connection: Connection) -> Connection:
        self._name(connection)
        self._write(connection)
        return connection

    def _name(self, connection: Connection) -> None:
        connection.execute("begin")
        self.repositories = self.repositories or Repositories(connection)
        self.lookup = self.lookup or Lookup(connection)
        self.imported.new_projects += self.repositories.place(connection)
        number_accounts(connection, self.lookup)
        projects = connection.execute("select distinct project from homed").fetchall()
        connection.execute("commit")
        self.touched.update(project for (project,) in projects)

    def _write(self, connection: Connection) -> None:
        connection.execute("begin")
        write_facts(connection)
        connection.execute("commit")


def _told(place: str, error: Exception) -> Message:
    what = error.what if isinstance(error, SourceError) else f"{place} cannot be read: {error}."
    return Message("{what}", {"what": what})
