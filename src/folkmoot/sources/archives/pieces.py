"""Cutting a stream of lines into files of bounded size, between lines.

Five of six events are pushes, branches and stars, of which a few fields are read. What is done to issues and
changes lies in a file of its own, so that an engine need look for all that these have only there.
"""

from __future__ import annotations

import os
from array import array
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from io import BufferedReader, FileIO
from pathlib import Path
from typing import NamedTuple

from folkmoot.model.errors import FolkmootError
from folkmoot.sources.archives.objects import LONGEST
from folkmoot.sources.archives.shape import ITEM_LINES

SIZE = 224 * 1024 * 1024
"""Bytes of a piece: to begin one costs the engine 40 ms; `ROOMS` and one more take less than a gigabyte."""
ROOMS = 3
"""Pieces that lie on the disk at once: one that is read, one that waits, and one that is made."""
FIRST = 32 * 1024 * 1024
"""Bytes of the first piece for whoever has nothing else to read; each one after it is twice as large."""
LINES = 500_000
"""Lines of a piece, as far as they do not come in one chunk."""
PART = 1 << 20
MOST_PARTS = 1024
"""Parts of memory that a system writes in one go."""


class Piece(NamedTuple):
    """Some lines, each with the newline before it: in `items` those that begin like what is done to an item.

    `first_line` is the line that the first newline ends, 0 at the beginning. `order` are the numbers of bytes
    that lie in `path` and in `items` in turn. A piece that is not whole ends within a line.
    """

    path: Path
    items: Path
    first_line: int
    lines: int
    order: Sequence[int]
    is_whole: bool

    def content(self) -> Iterator[bytes]:
        """Yield what it holds, in the order of the stream."""
        with self.path.open("rb") as others, self.items.open("rb") as items:
            for number, length in enumerate(self.order):
                yield from _part(items if number % 2 else others, length)


def _part(file: BufferedReader, length: int) -> Iterator[bytes]:
    while length > 0:
        part = file.read(min(length, PART))
        length -= len(part)
        yield part


def pieces(
    chunks: Iterable[bytes], folder: Path, size: int = SIZE, first: int = SIZE, before: int = 0
) -> Generator[Piece]:
    """Yield the pieces of a stream; a piece's files are gone when the one after the next is asked for.

    So are those of other streams in that folder, if `before` tells how many pieces they had.

    Pieces have `size` bytes or a chunk more, the first `first`, and each after it twice as many until then.
    Where a line is longer than any object may be, the piece ends within it and is not whole. When the stream
    breaks off, its error comes after what was there.
    """
    with closing(_Cutter(folder, before)) as cutter:
        broken: FolkmootError | None = None
        try:
            for chunk in chunks:
                cutter.add(chunk)
                if cutter.is_full(min(size, first << cutter.count)) or len(cutter.rest) > LONGEST:
                    yield cutter.cut(is_end=len(cutter.rest) > LONGEST)
        except FolkmootError as error:
            # What came before the damage is good.
            broken = error
        if cutter.written or bytes(cutter.rest) not in (b"", b"\n"):
            yield cutter.cut(is_end=True)
        if broken is not None:
            raise broken


class _Cutter:
    """`rest` is the line that is not whole yet; the files of `ROOMS` pieces are written in turn."""

    def __init__(self, folder: Path, before: int) -> None:
        self.folder = folder
        self.before = before
        self.count = self.line = 0
        self.rest = bytearray(b"\n")
        self._begin()

    def _begin(self) -> None:
        room = (self.before + self.count) % ROOMS
        self.path = self.folder / f"piece-{room}.json"
        self.path_of_items = self.folder / f"items-{room}.json"
        self.file, self.items = _reopened(self.path), _reopened(self.path_of_items)
        self.lines = self.written = 0
        self.order = array("L")

    def is_full(self, size: int) -> bool:
        return self.written >= size or self.lines >= LINES

    def add(self, chunk: bytes) -> None:
        first, end = chunk.find(b"\n"), chunk.rfind(b"\n")
        if end < 0:
            self.rest += chunk
            return
        begun = bytes(self.rest) + chunk[:first]
        self._write(begun, begun.count(b"\n"))
        # Taking newlines out is four times as fast as counting them. The last one begins what is not whole.
        self._write(chunk, len(chunk) - len(chunk.replace(b"\n", b"")) - 1, first, end)
        self.rest = bytearray(memoryview(chunk)[end:])

    def _write(self, chunk: bytes, lines: int, start: int = 0, end: int | None = None) -> None:
        end = len(chunk) if end is None else end
        whole, others, items, at = memoryview(chunk), [], [], start
        for match in ITEM_LINES.finditer(chunk, start, end):
            begins = match.start()
            others.append(whole[at:begins])
            at = chunk.find(b"\n", match.end(), end)
            at = end if at < 0 else at
            items.append(whole[begins:at])
            self.order.append(len(others[-1]))
            self.order.append(at - begins)
        others.append(whole[at:end])
        # It begins and ends with what lies in `path`, be it nothing.
        self.order.append(end - at)
        self.order.append(0)
        _write_all(self.file, others)
        _write_all(self.items, items)
        self.written += end - start
        self.lines += lines

    def cut(self, *, is_end: bool) -> Piece:
        is_whole = not is_end or len(self.rest) <= LONGEST
        if is_end and self.rest != b"\n":
            self._write(bytes(self.rest), self.rest.count(b"\n"))
            self.rest = bytearray()
        self.close()
        piece = Piece(self.path, self.path_of_items, self.line, self.lines, self.order, is_whole)
        self.line += self.lines
        self.count += 1
        self._begin()
        return piece

    def close(self) -> None:
        for file in (self.file, self.items):
            if not file.closed:
                file.truncate()
                file.close()


def _write_all(file: FileIO, parts: list[memoryview]) -> None:
    """Write parts one after another, as they lie in memory: to join them first would copy all of them."""
    for start in range(0, len(parts), MOST_PARTS):
        some = parts[start : start + MOST_PARTS]
        left = sum(map(len, some)) - os.writev(file.fileno(), some)
        if left:
            # A disk that takes no more says why when it is asked again.
            rest = memoryview(b"".join(some))[-left:]
            while rest:
                rest = rest[file.write(rest) :]


def _reopened(path: Path) -> FileIO:
    """Open a file to be written anew; it keeps its room on the disk until it is closed."""
    path.touch()
    return FileIO(path, "r+")
