"""Writing to a store: one writer at a time, all or nothing, readers never disturbed.

Writers see who is who in full; what they leave behind names nobody who opted out (see `withheld`).

A writer works on a copy beside the store and puts it in the store's place when everything is written. Until
then, and if it is killed at any moment, the store is what it was; a reader keeps the file it has opened.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from folkmoot.model.errors import StoreBusyError, StoreError
from folkmoot.sources.file_lock import FileLock, HeldError
from folkmoot.store import erasure
from folkmoot.store.database import (
    SAFE_SETTINGS,
    Connection,
    connect,
    is_behind,
    lay_views,
    reading,
    unreadable,
)
from folkmoot.store.engine import duckdb
from folkmoot.store.erasing import erased, is_unerased, may_be_unerased, sweep
from folkmoot.store.reading_mark import read_otherwise
from folkmoot.store.withheld import is_stale, may_be_stale, restore, withhold


@contextmanager
def writing(
    store: Path,
    *,
    wait: float = 60.0,
    waiting: Callable[[str], None] | None = None,
    rewrites: bool = False,
    reads_views: bool = True,
) -> Iterator[Connection]:
    """Give a connection whose changes become the store when the block ends without an error.

    With `rewrites` nothing of what was deleted is left in the file. Who does not read the views of a new
    store (`reads_views`) need not wait for them. Another writer is waited for up to `wait` seconds, after
    `waiting` was told who it is. Raises StoreBusyError when it still holds the store then, StoreError when
    the folder cannot be written.
    """
    if erasure.is_pending():
        erasure.finish()
    store = store.resolve()
    with _held(store, wait, waiting):
        following = store.with_name(f"{store.name}.next")
        try:
            _discard(following)
            is_new = not store.exists()
            if not is_new:
                shutil.copy(store, following)
            waits = reads_views or not is_new
            connection = connect(following, with_views=waits)
            beside = ThreadPoolExecutor(1)
            views = None if waits else beside.submit(lay_views, connection.cursor())
            try:
                restore(connection, store)
                yield connection
                if views is not None:
                    views.result()
                has_gone = sweep(connection)
                has_gone |= withhold(connection, store) or rewrites
                connection.execute("checkpoint")
            except duckdb.Error as error:
                raise unreadable(store, error) from error
            finally:
                beside.shutdown()
                connection.close()
            if has_gone:
                _rewrite(following)
            _settle(following)
            following.replace(store)
        finally:
            _discard(following)


@contextmanager
def _held(store: Path, wait: float, waiting: Callable[[str], None] | None) -> Iterator[None]:
    """Hold a store alone, with its folder made, and say beside it who does."""
    try:
        store.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"{store.parent} cannot be made: {error.strerror}.", hint="name another with --store."
        ) from error
    lock = FileLock(f"{store}.lock")
    holder = store.with_name(f"{store.name}.holder")
    try:
        try:
            lock.acquire(timeout=0.2)
        except HeldError:
            if waiting is not None:
                waiting(_held_by(holder))
            lock.acquire(timeout=wait)
    except HeldError as error:
        raise StoreBusyError(
            f"{store} is being written by {_held_by(holder)}.",
            hint="wait for it to end and try again; reading is possible meanwhile.",
        ) from error
    except OSError as error:
        raise _unwritable(store, error) from error
    try:
        holder.write_text(f"process {os.getpid()} on {socket.gethostname()}", encoding="utf-8")
        yield
    except OSError as error:
        raise _unwritable(store, error) from error
    finally:
        holder.unlink(missing_ok=True)
        lock.release()


def _unwritable(store: Path, error: OSError) -> StoreError:
    return StoreError(f"{store} cannot be written: {error.strerror}.", hint="name another with --store.")


def clear(store: Path) -> list[str]:
    """Take everybody who was erased out of a store, and give what still names them: addresses of projects."""
    with writing(store):
        pass
    listed = erased()
    with reading(store) as connection:
        rows = connection.execute("select name, origin from project order by project").fetchall()
    return [f"the address of project {name} in {store}" for name, origin in rows
            if listed.scrub(origin) != origin]  # fmt: skip


def catch_up(store: Path) -> tuple[int, int]:
    """Bring a store to this Folkmoot's tables and views, and up to date with who opted out or was erased.

    For whoever reads a store without a sync before. What was read from git stays as it was read; give of how
    many projects that is, and of how many of them by rules of another version. Raises StoreVersionError when
    a newer Folkmoot wrote tables that are not known here.
    """
    with reading(store) as connection:
        behind = is_behind(connection)
    if behind:
        with writing(store):
            pass
    refresh(store)
    with reading(store) as connection:
        return read_otherwise(connection)


def refresh(store: Path) -> None:
    """Bring a store up to date with who opted out or was erased since it was written.

    An erasure that was broken off is finished first.
    """
    if erasure.is_pending():
        erasure.finish()
    if may_be_stale(store) or may_be_unerased(store):
        with reading(store) as connection:
            stale = is_stale(connection) or is_unerased(connection)
        if stale:
            with writing(store):
                pass


def _rewrite(following: Path) -> None:
    """Copy what is in the file into a new one: the engine keeps what was deleted until it is overwritten."""
    fresh = following.with_name(f"{following.name}.fresh")
    _discard(fresh)
    try:
        with duckdb.connect(":memory:", config=SAFE_SETTINGS) as connection:
            for name, path in (("written", following), ("fresh", fresh)):
                quoted = str(path).replace("'", "''")
                connection.execute(f"attach '{quoted}' as {name}")
            connection.execute("copy from database written to fresh")
            connection.execute("detach fresh")
            connection.execute("detach written")
        fresh.replace(following)
    finally:
        _discard(fresh)


def _settle(following: Path) -> None:
    """Wait until the file is on the disk, so that a power cut leaves the old store or the new one."""
    with following.open("rb") as file:
        os.fsync(file.fileno())


def _discard(following: Path) -> None:
    for leftover in (following, following.with_name(f"{following.name}.wal")):
        with contextlib.suppress(FileNotFoundError):
            leftover.unlink()
    shutil.rmtree(following.with_name(f"{following.name}.tmp"), ignore_errors=True)


def _held_by(holder: Path) -> str:
    try:
        return holder.read_text(encoding="utf-8") or "another process"
    except OSError:
        return "another process"
