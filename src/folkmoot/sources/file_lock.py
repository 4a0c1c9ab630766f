"""A file that one process at a time may hold, so that two never write the same thing.

The system is asked directly: `flock`, on Windows a lock on the first byte. A process that ends lets go of it,
however it ends. A library for it takes longer to load than DuckDB, and most runs hold one lock once.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from types import TracebackType
from typing import Self

PAUSE = 0.05
"""Seconds between two tries."""
NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)


class HeldError(TimeoutError):
    """Somebody else held the lock for as long as was waited."""


class FileLock:
    """A lock on the file at `path`, which is made where it is not there and stays.

    As a context it is taken within `timeout` seconds.
    """

    def __init__(self, path: str, timeout: float = 0.0) -> None:
        self.path = path
        self.timeout = timeout
        self._held: int | None = None

    def acquire(self, timeout: float | None = None) -> None:
        """Take the lock.

        Raises HeldError after `timeout` seconds, and OSError when there can be no such file or its file
        system knows no locks.
        """
        until = time.monotonic() + (self.timeout if timeout is None else timeout)
        while not self._take():
            if time.monotonic() >= until:
                raise HeldError(f"{self.path} is held by another process.")
            time.sleep(PAUSE)

    def _take(self) -> bool:
        descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | NO_LINK, 0o644)
        try:
            is_ours = _ask(descriptor)
        except OSError:
            os.close(descriptor)
            raise
        if is_ours:
            self._held = descriptor
        else:
            os.close(descriptor)
        return is_ours

    def release(self) -> None:
        """Let go of the lock; nothing happens when it is not held."""
        held, self._held = self._held, None
        if held is not None:
            with suppress(OSError):
                os.close(held)

    def __enter__(self) -> Self:
        """Take the lock."""
        self.acquire()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of the lock."""
        self.release()


def _ask(descriptor: int) -> bool:
    """Ask the system for the lock on an open file; whether it is ours now."""
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
