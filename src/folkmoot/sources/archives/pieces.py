"""Cutting a stream of lines into files of bounded size, each ending where a line ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from folkmoot.model.errors import FolkmootError
from folkmoot.sources.archives.objects import LONGEST

SIZE = 48 * 1024 * 1024
"""Bytes of a piece: enough for two threads to share, little enough to lie in memory twice."""
PART = 1 << 20


class Piece(NamedTuple):
    """One file: the line it begins with, how many lines it has, and whether it ends where one does."""

    path: Path
    first_line: int
    lines: int
    is_whole: bool

    def content(self) -> Iterator[bytes]:
        """Yield what it holds."""
        with self.path.open("rb") as file:
            while part := file.read(PART):
                yield part


def pieces(chunks: Iterable[bytes], folder: Path, size: int = SIZE) -> Iterator[Piece]:
    """Yield the pieces of a stream; a piece's file is gone when the one after the next is asked for.

    Where a line is longer than any object may be, the piece ends within it and is not whole. When the stream
    breaks off, its error comes after what was there.
    """
    cutter = _Cutter(folder)
    broken: FolkmootError | None = None
    try:
        for chunk in chunks:
            cutter.add(chunk)
            if cutter.written >= size or len(cutter.rest) > LONGEST:
                yield cutter.cut(is_end=len(cutter.rest) > LONGEST)
    except FolkmootError as error:
        # What came before the damage is good.
        broken = error
    if cutter.written or cutter.rest:
        yield cutter.cut(is_end=True)
    cutter.file.close()
    if broken is not None:
        raise broken


class _Cutter:
    """`rest` is the line that is not whole yet; two files are written in turn."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.count = 0
        self.line = 1
        self.rest = bytearray()
        self._begin()

    def _begin(self) -> None:
        self.path = self.folder / f"piece-{self.count % 3}.json"
        self.file = self.path.open("wb")
        self.written = self.lines = 0

    def add(self, chunk: bytes) -> None:
        end = chunk.rfind(b"\n") + 1
        if not end:
            self.rest += chunk
            return
        self.file.write(self.rest)
        self.file.write(memoryview(chunk)[:end])
        self.written += len(self.rest) + end
        self.lines += chunk.count(b"\n")
        self.rest = bytearray(chunk[end:])

    def cut(self, *, is_end: bool) -> Piece:
        is_whole = not (is_end and self.rest) or len(self.rest) <= LONGEST
        lines = self.lines + bool(is_end and self.rest)
        if is_end:
            self.file.write(self.rest)
            self.rest = bytearray()
        self.file.close()
        piece = Piece(self.path, self.line, lines, is_whole)
        self.line += self.lines
        self.count += 1
        self._begin()
        return piece
