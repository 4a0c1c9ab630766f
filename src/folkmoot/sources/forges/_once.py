"""What is asked of a forge once in a reading, and only when the first entry needs it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

Told = TypeVar("Told")


class Once(Generic[Told]):
    """What `ask` gives. Entries are read several at a time: the others wait for the first to have asked."""

    def __init__(self, ask: Callable[[], Told]) -> None:
        self._ask = ask
        self._lock = Lock()
        self._told: list[Told] = []

    def __call__(self) -> Told:
        """Give it, asked now unless it was before; where asking fails, the next one asks again."""
        with self._lock:
            if not self._told:
                self._told.append(self._ask())
            return self._told[0]
