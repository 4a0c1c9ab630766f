"""A stream is cut into files that end where lines end."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from folkmoot.model.errors import SourceError
from folkmoot.sources.archives.objects import LONGEST
from folkmoot.sources.archives.pieces import pieces

LINES = [b"line %d\n" % number for number in range(1000)]


def test_the_pieces_are_the_whole(tmp_path: Path) -> None:
    content, first_lines = b"", []
    stream = b"".join(LINES)
    chunks = [stream[start : start + 13] for start in range(0, len(stream), 13)]
    for piece in pieces(chunks, tmp_path, size=1000):
        part = b"".join(piece.content())
        assert part.startswith(b"\n")
        assert piece.is_whole
        assert piece.lines == part.count(b"\n")
        assert LINES[piece.first_line] == part.splitlines(keepends=True)[1]
        content += part
        first_lines.append(piece.first_line)
    assert content == b"\n" + stream.removesuffix(b"\n")
    assert len(first_lines) > 5


def test_the_first_pieces_may_be_smaller(tmp_path: Path) -> None:
    sizes = [
        piece.path.stat().st_size
        for piece in pieces((b"x" * 9 + b"\n" for _ in range(300)), tmp_path, 800, 100)
    ]
    assert sizes == [100, 200, 400, 800, 800, 700]
    assert [piece.lines for piece in pieces((b"x\n" for _ in range(300)), tmp_path, 800, 100)] == [
        50, 100, 150,
    ]  # fmt: skip


@pytest.mark.parametrize("most", [1 << 20, 1000])
def test_more_parts_than_a_system_writes_at_once_are_all_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    """A chunk of short lines has thousands of parts, and a system may write fewer bytes than it was asked."""

    def some(descriptor: int, parts: list[memoryview]) -> int:
        return os.write(descriptor, b"".join(parts)[:most])

    if most < 1 << 20:
        monkeypatch.setattr(os, "writev", some)
    kinds = [b"PushEvent", b"IssuesEvent"]
    lines = [b'{"id":"%d","type":"%s"}' % (number, kinds[number % 2]) for number in range(6000)]
    (piece,) = pieces([b"\n".join(lines)], tmp_path)
    assert b"".join(piece.content()) == b"\n" + b"\n".join(lines)
    assert piece.items.read_bytes() == b"".join(b"\n" + line for line in lines[1::2])


def test_streams_in_one_folder_take_turns_with_its_files(tmp_path: Path) -> None:
    (last,) = pieces([b"0"], tmp_path)
    for number in range(1, 7):
        before, (last,) = last, pieces([b"%d" % number], tmp_path, before=number)
        assert before.path.read_bytes() == b"\n%d" % (number - 1)
        assert last.path.read_bytes() == b"\n%d" % number
    assert len(list(tmp_path.glob("piece-*"))) == 3


def test_the_last_line_needs_no_end(tmp_path: Path) -> None:
    (piece,) = pieces([b"a\nb"], tmp_path)
    assert (b"".join(piece.content()), piece.lines, piece.is_whole) == (b"\na\nb", 2, True)


def test_what_is_done_to_items_lies_apart_and_is_put_back(tmp_path: Path) -> None:
    acts = [b'{"id":"%d","type":"PushEvent"}' % number for number in range(40)]
    items = [b'{"id": "%d", "type": "%sEvent", "x": 1}' % (number, kind) for number, kind in enumerate(
        [b"Issues", b"IssueComment", b"PullRequest", b"PullRequestReview"] * 10)]  # fmt: skip
    odd = [b'{"type":"IssuesEvent","id":"1"}', b"", b'x{"id":"1","type":"IssuesEvent"}']
    lines = random.Random(7).sample([*acts, *items, *odd], 83)
    stream = b"\n".join(lines)
    for step in (1, 7, 64, 5000):
        others, apart, content = [], [], b""
        chunks = (stream[start : start + step] for start in range(0, len(stream), step))
        for piece in pieces(chunks, tmp_path, size=700):
            content += b"".join(piece.content())
            others += piece.path.read_bytes().split(b"\n")[1:]
            apart += piece.items.read_bytes().split(b"\n")[1:]
        assert content == b"\n" + stream
        assert apart == [line for line in lines if line in items]
        assert others == [line for line in lines if line not in items]


def test_nothing_gives_no_piece(tmp_path: Path) -> None:
    assert list(pieces([], tmp_path)) == []


def test_a_line_that_does_not_end_is_cut_and_said_so(tmp_path: Path) -> None:
    def stream() -> Iterator[bytes]:
        yield b"first\n"
        for _ in range(LONGEST // 1_000_000 + 2):
            yield b"x" * 1_000_000
        yield b"\nlast\n"

    found = [
        (piece.is_whole, piece.first_line, piece.path.stat().st_size) for piece in pieces(stream(), tmp_path)
    ]
    assert found[0][:2] == (False, 0)
    assert sum(size for *_, size in found) == 6 + (LONGEST // 1_000_000 + 2) * 1_000_000 + 6
    assert found[-1][:2] == (True, 2)


def test_what_came_before_an_error_is_given_first(tmp_path: Path) -> None:
    def stream() -> Iterator[bytes]:
        yield b"good\nhalf"
        raise SourceError("It breaks off.")

    found = []
    cut = pieces(stream(), tmp_path)
    found.append(b"".join(next(cut).content()))
    with pytest.raises(SourceError, match="breaks off"):
        next(cut)
    assert found == [b"\ngood\nhalf"]
