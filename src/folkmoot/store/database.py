"""Opening a DuckDB file safely, bringing its schema up to date, and reading its view texts."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from folkmoot.model.errors import StoreError, StoreVersionError
from folkmoot.store.engine import duckdb
from folkmoot.store.schema import MIGRATIONS, SCHEMA_VERSION, VIEW_ORDER

Connection = duckdb.DuckDBPyConnection

UNWRITTEN = ("Could not write file", "Could not truncate file", "Could not sync file")
"""What the engine says, with the system's reason at the end, when a disk is full."""
_NUMBERED = re.compile(r'"errno" *: *"(\d+)"')
"""The system's reason, where the engine tells it as JSON within what it says."""

MAGIC = b"DUCK"
"""What stands behind the first eight bytes, a checksum, of every file of the engine."""

SAFE_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
    "threads": 2,
    "memory_limit": "1GB",
}

LARGE = 12 << 20
"""Bytes of a store from which on memory is spared, which takes a twentieth more time."""
GIVE_BACK = "set allocator_bulk_deallocation_flush_threshold = '1MB'"
"""With this the engine gives memory back when it is done with it, and keeps none for later."""


def connect(path: Path | None, *, read_only: bool = False, with_views: bool = True) -> Connection:
    """Open the store at `path` (None: in memory), migrated when it may be written.

    Without `with_views` the views of a new store are left to `lay_views`.
    Raises StoreError when the file is no store, StoreVersionError when a newer Folkmoot wrote it.
    """
    is_new = path is None or not path.exists()
    if path is not None and not is_new and not _may_be_a_store(path):
        raise StoreError(
            f"{path} is no store.", hint="name another file with --store; this one stays as it is."
        )
    try:
        # What is written lies beside the store until it is whole; then the writer waits for the disk, once.
        settings = SAFE_SETTINGS if read_only else {**SAFE_SETTINGS, "fsync_mode": "NONE"}
        connection = duckdb.connect(str(path or ":memory:"), read_only=read_only, config=settings)
    except duckdb.Error as error:
        raise unreadable(path, error) from error
    try:
        if path is not None and not is_new and path.stat().st_size > LARGE:
            give_back(connection)
        _settle(connection, path, is_new=is_new, read_only=read_only, with_views=with_views)
    except duckdb.Error as error:
        connection.close()
        raise unreadable(path, error) from error
    except StoreError:
        connection.close()
        raise
    return connection


def give_back(connection: Connection) -> None:
    """Have the engine give memory back from now on, because others need the room."""
    connection.execute(GIVE_BACK)


def _may_be_a_store(path: Path) -> bool:
    """Tell whether a file is empty or begins as the engine's do, before the engine guesses what it is."""
    try:
        with path.open("rb") as file:
            head = file.read(len(MAGIC) + 8)
    except OSError:
        return True  # the engine says why it cannot be read
    return not head or head[8:] == MAGIC


def _settle(
    connection: Connection, path: Path | None, *, is_new: bool, read_only: bool, with_views: bool
) -> None:
    connection.execute("set timezone = 'UTC'")
    version = 0 if is_new else schema_version(connection)
    if version > SCHEMA_VERSION:
        raise StoreVersionError(
            f"{path} has schema {version}; this Folkmoot knows up to {SCHEMA_VERSION}.",
            hint="update Folkmoot, or name another file with --store.",
        )
    if version == 0 and not is_new and one(connection, "select count(*) from information_schema.tables")[0]:
        raise StoreError(f"{path} is a database of something else.", hint="name another file with --store.")
    if not read_only:
        migrate(connection, version, with_views=with_views or version > 0)


def unreadable(path: Path | None, error: duckdb.Error) -> StoreError:
    """Give the error that says that a file is no store, or a damaged one, or that the disk takes no more."""
    said = str(error).splitlines()[0][:300]
    if why := unwritten(error):
        return StoreError(
            f"{path} cannot be written: {why}.",
            hint="make room on its disk, or name another place with --store; what was in it is still there.",
        )
    return StoreError(
        f"{path} cannot be read as a store: {said}",
        hint="put a copy there, remove it, or name another with --store; all but daily counts is read again.",
    )


def unwritten(error: duckdb.Error, place: Path | None = None) -> str:
    """Give the system's reason why the engine could not write a file, "" where something else went wrong.

    Whatever it says of files below `place` is about writing.
    """
    said = str(error).partition("\n")[0]
    if not any(words in said for words in UNWRITTEN) and (place is None or str(place) not in said):
        return ""
    numbered = _NUMBERED.search(said)
    return os.strerror(int(numbered[1])) if numbered else said.rpartition(": ")[2]


@contextmanager
def reading(path: Path) -> Iterator[Connection]:
    """Give a connection that only reads. Raises StoreError also for damage that shows later."""
    with connect(path, read_only=True) as connection:
        try:
            yield connection
        except duckdb.Error as error:
            raise unreadable(path, error) from error


def is_behind(connection: Connection) -> bool:
    """Tell whether another Folkmoot wrote the tables or the views of an open store."""
    rows = dict(connection.execute("select name, value from main.meta").fetchall())
    return rows.get("schema") != str(SCHEMA_VERSION) or rows.get("views") != _mark_of_views()


def schema_version(connection: Connection) -> int:
    """Give the schema version of an open store; 0 for an empty database."""
    try:
        row = one(connection, "select value from main.meta where name = 'schema'")
    except (duckdb.CatalogException, duckdb.BinderException):
        # Asking the catalogue whether the table is there makes DuckDB list all there is, at every start.
        return 0
    return int(row[0]) if row and row[0].isdigit() else 0


def migrate(connection: Connection, version: int, *, with_views: bool = True) -> None:
    """Bring a store from `version` to the newest schema in one transaction, and then lay its views."""
    question = "select value from meta where name = 'views'"
    if version == SCHEMA_VERSION and one(connection, question) == (_mark_of_views(),):
        return
    connection.execute("begin")
    for statements in MIGRATIONS[version:]:
        for statement in statements:
            connection.execute(statement)
    connection.execute("delete from meta where name = 'schema'")
    connection.execute("insert into meta values ('schema', ?)", [str(SCHEMA_VERSION)])
    connection.execute("commit")
    if with_views:
        lay_views(connection.cursor())


def lay_views(own: Connection) -> None:
    """Write the views of a store over a connection of its own, which may be done beside other work.

    Reading their texts takes the engine as long as writing a small history.
    """
    with own:
        own.execute("begin")
        for name in VIEW_ORDER:
            own.execute(f"create or replace view main.{name} as {view_text(name)}")
            # An empty table in its place, until this connection ends, spares reading all below it anew.
            own.execute(f"create temp table {name} as from main.{name} limit 0")
        own.execute("delete from meta where name = 'views'")
        own.execute("insert into meta values ('views', ?)", [_mark_of_views()])
        own.execute("commit")


def _mark_of_views() -> str:
    """Give a mark that changes with the text of any view."""
    return hashlib.sha256("".join(view_text(name) for name in VIEW_ORDER).encode()).hexdigest()


def one(connection: Connection, question: str, values: list[object] | None = None) -> tuple[Any, ...]:
    """Give the first row of an answer, or () when there is none; nothing is left to fetch."""
    rows = connection.execute(question, values or []).fetchall()
    return rows[0] if rows else ()


def append(connection: Connection, table: str, rows: Iterable[Sequence[Any]]) -> None:
    """Append rows in the column order of `table`."""
    appender = connection.appender(table)
    appender.append_rows(rows)
    appender.flush()


@cache
def view_text(name: str) -> str:
    """Give the SQL of one view, as it stands in `views/<name>.sql`."""
    return resources.files("folkmoot.store").joinpath("views", f"{name}.sql").read_text(encoding="utf-8")
