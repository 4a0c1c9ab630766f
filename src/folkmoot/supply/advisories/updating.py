"""Making the advisories on this machine anew, from folders, archives and addresses.

What was there stays until the new file is whole: an update that fails, or is killed, changes nothing.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, cast
from urllib.parse import urlsplit

from folkmoot.model.errors import SourceError, StoreError, UnreachableError, UsageError
from folkmoot.model.hints import WRITABLE
from folkmoot.model.source import Access
from folkmoot.model.vulnerability import Database
from folkmoot.sources import clock
from folkmoot.sources.web.client import LOCAL, Client
from folkmoot.supply.advisories.database import Advisories, Writer
from folkmoot.supply.advisories.feed import pieces
from folkmoot.supply.advisories.record import UnreadableRecordError, read_record

LARGEST_DOWNLOAD = 4_000_000_000
PART, ENDING = ".advisories-", ".part"
STALE = 3600
"""Seconds without a change after which a part belongs to no update any more: one writes all the time."""
MOST_PROBLEMS = 20
EVERY = 2_000
"""Records between two signs of progress."""


def update(origins: Sequence[str], target: Path, access: Access, now: int) -> tuple[Database, list[str]]:
    """Read every origin into a new file at `target`; give what it holds, and some of what made no sense.

    Raises UsageError, SourceError, UnreachableError or HostileInputError for an origin, StoreError where
    nothing can be written. All leave the old file as it was.
    """
    if not origins:
        raise UsageError("Where are the advisories?", hint="name a folder, an archive or an address.")
    for origin in origins:
        if "://" in origin:
            _checked(origin)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _sweep(target.parent)
        with _part(target.parent) as (part, file):
            file.close()
            database, problems = _filled(origins, part, access, now)
            with part.open("rb") as whole:
                os.fsync(whole.fileno())
            part.replace(target)
            return database, problems
    except (sqlite3.Error, OSError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else error
        raise StoreError(f"The advisories cannot be written to {target}: {why}.", hint=WRITABLE) from error


def _filled(origins: Sequence[str], part: Path, access: Access, now: int) -> tuple[Database, list[str]]:
    writer = Writer(part)
    problems: list[str] = []
    count = 0
    try:
        for origin in origins:
            with _opened(origin, part.parent, access) as source:
                for name, told, problem in pieces(source):
                    count += 1
                    if count % EVERY == 0:
                        access.progress("reading advisories", count, 0)
                    wrong = problem or _added(writer, told)
                    if wrong:
                        writer.unread += 1
                        if len(problems) < MOST_PROBLEMS:
                            problems.append(f"{name[-200:]}: {wrong}")
        writer.finish(now, ", ".join(_shown(origin) for origin in origins))
    finally:
        writer.close()
    with Advisories(part) as made:
        if not made.about.advisories:
            raise SourceError(
                f"There is no advisory in {', '.join(_shown(origin) for origin in origins)}.",
                hint="it takes records in the OSV format, on packages that files of dependencies name.",
            )
        return made.about, problems


def _added(writer: Writer, told: object) -> str:
    """Add a record, and give what is wrong with it, "" where nothing is."""
    try:
        writer.add(read_record(told))
    except UnreadableRecordError as error:
        return str(error)
    return ""


@contextmanager
def _opened(origin: str, folder: Path, access: Access) -> Iterator[Path]:
    """Give an origin as a place on this machine, fetched for as long as it is needed."""
    if "://" not in origin:
        yield Path(origin)
        return
    parts = urlsplit(origin)
    client = Client(f"{parts.scheme}://{parts.netloc}", access)
    try:
        with _part(folder) as (part, file):
            access.progress("fetching advisories", 0, 0)
            path = parts.path + (f"?{parts.query}" if parts.query else "")
            answer = client.ask(path or "/", into=file, largest=LARGEST_DOWNLOAD)
            file.close()
            if answer.status != 200:
                raise UnreachableError(
                    f"{client.host} answers {answer.status} and not with advisories.",
                    hint="is the address right?",
                )
            yield part
    finally:
        client.close()


def _checked(origin: str) -> None:
    """Raise UsageError for an address that nobody should trust advisories from."""
    try:
        parts = urlsplit(origin)
        host, user = parts.hostname or "", parts.username
    except ValueError as error:
        raise UsageError(
            f"{origin[:200]!r} is no address.",
            hint="such as https://osv-vulnerabilities.storage.googleapis.com/PyPI/all.zip",
        ) from error
    if user is not None:
        raise UsageError("There is a user name or password in the address.", hint="leave it out.")
    if parts.scheme != "https" and not (parts.scheme == "http" and host in LOCAL):
        raise UsageError(
            f"Advisories from {_shown(origin)} could be changed on the way.", hint="write it with https."
        )


def _shown(origin: str) -> str:
    """Give an origin as it may be shown and kept: without a question, which can hold a key."""
    return origin.partition("?")[0][:300]


@contextmanager
def _part(folder: Path) -> Iterator[tuple[Path, BinaryIO]]:
    """Give a new file beside the target that is gone afterwards, unless it became the target."""
    # The handle stays open for who writes into it, and is closed here whatever happens.
    handle, name = tempfile.mkstemp(ENDING, PART, folder)
    file = cast(BinaryIO, os.fdopen(handle, "w+b"))
    try:
        yield Path(name), file
    finally:
        file.close()
        Path(name).unlink(missing_ok=True)


def _sweep(folder: Path) -> None:
    """Remove what updates left behind that were killed."""
    for path in folder.glob(f"{PART}*{ENDING}"):
        with suppress(FileNotFoundError):  # another update ended or swept it meanwhile
            if clock.now() - path.stat().st_mtime > STALE:
                path.unlink()
