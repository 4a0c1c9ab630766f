"""Unpacking file after file beside whoever reads them, the next file while the last piece of one is read."""

from __future__ import annotations

import queue
import threading
from collections.abc import Generator, Sequence
from contextlib import closing
from pathlib import Path
from types import TracebackType
from typing import Self

from folkmoot.sources.archives.pieces import FIRST, SIZE, Piece, pieces
from folkmoot.sources.archives.stream import opened, unpacked

PATIENCE = 0.05
"""Seconds between looks whether the thread has ended."""


class Unpacking:
    """The pieces of `places`, one of which is read while one more waits and another is made.

    What follows the last piece of a file is None, or the error it breaks off with.
    """

    def __init__(self, places: Sequence[str], folder: Path) -> None:
        self._ready: queue.Queue[Piece | BaseException | None] = queue.Queue(maxsize=1)
        self._asked = self._left = -1
        self._thread = threading.Thread(target=self._unpack, args=(list(places), folder), daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        """Be left with nothing still being unpacked."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End, whatever is still to come."""
        self._left = 1 << 62
        while self._thread.is_alive():
            try:
                self._ready.get(timeout=PATIENCE)
            except queue.Empty:
                continue

    def next_file(self) -> Generator[Piece]:
        """Yield the pieces of the next of the places.

        Raises SourceError and OSError when it cannot be opened, or breaks off. What is left of a file that is
        closed before its end is not unpacked.
        """
        self._asked += 1
        number, found = self._asked, None
        is_over = False
        try:
            while isinstance(found := self._ready.get(), Piece):
                yield found
            is_over = True
        finally:
            if not is_over:
                self._left = number
                while isinstance(self._ready.get(), Piece):
                    pass
        if found is not None:
            raise found

    def _unpack(self, places: list[str], folder: Path) -> None:
        before = 0
        for number, place in enumerate(places):
            end: BaseException | None = None
            try:
                if self._left < number:
                    first = SIZE if number else FIRST
                    with (
                        opened(place) as file,
                        closing(pieces(unpacked(file, place), folder, first=first, before=before)) as found,
                    ):
                        for piece in found:
                            before += 1
                            self._ready.put(piece)
                            if self._left >= number:
                                break
            except BaseException as error:  # noqa: BLE001 - raised by `next_file`, where it is read
                end = error
            self._ready.put(end)
