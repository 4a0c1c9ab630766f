"""File after file is unpacked beside whoever reads them."""

from __future__ import annotations

import threading
from contextlib import closing
from pathlib import Path

import pytest

from folkmoot.model.errors import SourceError
from folkmoot.sources.archives import unpacking as module
from folkmoot.sources.archives.pieces import Piece
from folkmoot.sources.archives.unpacking import Unpacking


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cut pieces of a hundred bytes, out of chunks of twenty."""
    whole = module.pieces

    def unpacked(file, _place):
        while chunk := file.read(20):
            yield chunk

    def pieces(chunks, folder, *, before, **_):
        return whole(chunks, folder, size=100, before=before)

    monkeypatch.setattr(module, "pieces", pieces)
    monkeypatch.setattr(module, "unpacked", unpacked)


def written(folder: Path, name: str, lines: int) -> str:
    path = folder / name
    path.write_text("".join(f"{name} {number:03}\n" for number in range(lines)), encoding="utf-8")
    return str(path)


def content(piece: Piece) -> str:
    return b"".join(piece.content()).decode()


def test_each_file_comes_whole_and_in_its_turn(tmp_path: Path) -> None:
    places = [written(tmp_path, name, lines) for name, lines in [("a", 90), ("b", 1), ("c", 0), ("d", 40)]]
    with Unpacking(places, tmp_path) as found:
        told = ["".join(map(content, found.next_file())) for _ in places]
    assert [text.lstrip("\n").rstrip("\n") for text in told] == [
        Path(place).read_text("utf-8").rstrip("\n") for place in places
    ]


def test_a_piece_that_is_read_stays_while_the_next_file_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = threading.Semaphore(0)
    places = [written(tmp_path, "a", 4), written(tmp_path, "b", 90)]
    whole = module.pieces

    def counted(chunks, folder, **settings):
        for piece in whole(chunks, folder, **settings):
            made.release()
            yield piece

    monkeypatch.setattr(module, "pieces", counted)
    with Unpacking(places, tmp_path) as found:
        (piece,) = found.next_file()
        # The one that is read, one that waits for it, and one that the thread waits with.
        assert all(made.acquire(timeout=60) for _ in range(3))
        assert content(piece) == "\na 000\na 001\na 002\na 003"
        assert content(next(found.next_file())).startswith("\nb 000\n")


def test_a_file_that_cannot_be_opened_says_so_in_its_turn(tmp_path: Path) -> None:
    places = [written(tmp_path, "a", 2), str(tmp_path / "none"), written(tmp_path, "b", 2)]
    with Unpacking(places, tmp_path) as found:
        assert len(list(found.next_file())) == 1
        with pytest.raises(SourceError, match="none cannot be read"):
            list(found.next_file())
        assert "b 001" in content(next(found.next_file()))


def test_what_came_before_an_error_is_given_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(file, _place):
        yield file.read(20)
        raise SourceError("It breaks off.")

    monkeypatch.setattr(module, "unpacked", broken)
    with Unpacking([written(tmp_path, "a", 20)], tmp_path) as found:
        pieces = found.next_file()
        assert content(next(pieces)).startswith("\na 000\n")
        with pytest.raises(SourceError, match="It breaks off"):
            next(pieces)


def test_a_file_that_is_left_is_not_unpacked_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = []

    def counted(file, place):
        while chunk := file.read(20):
            read.append(Path(place).name)
            yield chunk

    monkeypatch.setattr(module, "unpacked", counted)
    places = [written(tmp_path, "a", 10_000), written(tmp_path, "b", 3)]
    with Unpacking(places, tmp_path) as found:
        with closing(found.next_file()) as left:
            next(left)
        assert "b 002" in content(next(found.next_file()))
    assert read.count("a") < 60
    assert read.count("b") == 1


def test_nothing_goes_on_after_the_end(tmp_path: Path) -> None:
    before = set(threading.enumerate())
    places = [written(tmp_path, "a", 10_000), written(tmp_path, "b", 10_000)]
    with Unpacking(places, tmp_path) as found:
        next(found.next_file())
    assert set(threading.enumerate()) <= before


def test_what_nobody_foresaw_reaches_the_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(_file, _place):
        raise ZeroDivisionError

    monkeypatch.setattr(module, "unpacked", faulty)
    with Unpacking([written(tmp_path, "a", 1)], tmp_path) as found, pytest.raises(ZeroDivisionError):
        next(found.next_file())
