"""A file that one process at a time may hold, so that two never write the same thing.

Where the system has `flock` it is asked directly; elsewhere `filelock` does it. Both shut each other out.
`filelock` alone takes longer to load than DuckDB, and most runs hold one lock once.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

PAUSE = 0.05
"""Seconds between two tries."""


class HeldError(TimeoutError):
    """Somebody else held the lock for as long as was waited."""


class FileLock:
    """A lock on the file at `path`, which is made where it is not there and stays.

    As a context it is taken within `timeout` seconds.
    """

    def __init__(self, path: str, timeout: float = 0.0) -> None:
        self.path = path
        self.timeout = timeout
        self._held: Any = None

    def acquire(self, timeout: float | None = None) -> None:
        """Take the lock. Raises HeldError after `timeout` seconds, OSError when there can be no such file."""
        until = time.monotonic() + (self.timeout if timeout is None else timeout)
        while not self._take():
            if time.monotonic() >= until:
                raise HeldError(f"{self.path} is held by another process.")
            time.sleep(PAUSE)

    def _take(self) -> bool:
        if sys.platform == "win32":
            return self._take_by_library()
        import fcntl

        descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            return False
        except OSError:
            os.close(descriptor)
            return self._take_by_library()  # a file system without such locks
        self._held = descriptor
        return True

    def _take_by_library(self) -> bool:
        from filelock import FileLock as Library
        from filelock import Timeout

        lock = Library(self.path)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            return False
        self._held = lock
        return True

    def release(self) -> None:
        """Let go of the lock; nothing happens when it is not held."""
        held, self._held = self._held, None
        if isinstance(held, int):
            with suppress(OSError):
                os.close(held)
        elif held is not None:
            held.release()

    def __enter__(self) -> Self:
        """Take the lock."""
        self.acquire()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of the lock."""
        self.release()
