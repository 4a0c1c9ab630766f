"""Files are unpacked within bounds."""

from __future__ import annotations

import gzip
import io
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from folkmoot.model.errors import HostileInputError, SourceError, UnreachableError
from folkmoot.sources.archives import stream
from folkmoot.sources.archives.stream import opened, unpacked

TEXT = b'{"id":"1"}\n' * 300_000


def read(content: bytes) -> bytes:
    return b"".join(unpacked(io.BytesIO(content), "x"))


def test_plain_and_packed_content_is_the_same() -> None:
    assert read(TEXT) == read(gzip.compress(TEXT)) == TEXT


def test_several_members_follow_one_another() -> None:
    assert read(gzip.compress(TEXT) + gzip.compress(b"more") + b"\0\0\0") == TEXT + b"more"


def test_pieces_are_small_whatever_they_unpack_to() -> None:
    packed = gzip.compress(b"ab" * 20_000_000)
    assert max(len(part) for part in unpacked(io.BytesIO(packed), "x")) <= stream.CHUNK


def test_a_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "FREE", 1_000_000)
    with pytest.raises(HostileInputError, match="more than 100 times its size"):
        read(gzip.compress(b"\n" * 200_000_000))


def test_more_than_any_hour_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "LARGEST", 1000)
    with pytest.raises(HostileInputError, match="unpacks to more than"):
        read(TEXT)


def test_a_file_that_ends_too_early_gives_what_was_there() -> None:
    parts = unpacked(io.BytesIO(gzip.compress(TEXT, 0)[:1_500_000]), "x")
    got = next(parts)
    with pytest.raises(SourceError, match="ends too early"):
        list(parts)
    assert len(got) > stream.CHUNK // 2
    assert TEXT.startswith(got)


def test_damage_within_is_an_error() -> None:
    packed = bytearray(gzip.compress(TEXT))
    packed[len(packed) // 2] ^= 255
    with pytest.raises(SourceError, match=r"damaged|too early"):
        read(bytes(packed))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"nothing\.json"), opened(str(tmp_path / "nothing.json")):
        pass


@pytest.mark.parametrize("place", ["file:///etc/passwd", "ftp://example.org/a.json"])
def test_only_the_web_is_asked(place: str) -> None:
    with pytest.raises(SourceError, match="neither"), opened(place):
        pass


class Hour(BaseHTTPRequestHandler):
    """Gives one packed file, and 404 for everything else."""

    def do_GET(self) -> None:
        is_there = self.path == "/2024-05-01-12.json.gz"
        content = gzip.compress(TEXT) if is_there else b""
        self.send_response(200 if is_there else 404)
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[str]:
    made = HTTPServer(("127.0.0.1", 0), Hour)
    running = threading.Thread(target=made.serve_forever)
    running.start()
    yield f"http://127.0.0.1:{made.server_port}"
    made.shutdown()
    running.join()
    made.server_close()


def test_an_address_is_streamed(server: str) -> None:
    with opened(f"{server}/2024-05-01-12.json.gz") as file:
        assert b"".join(unpacked(file, "x")) == TEXT


def test_an_hour_that_is_not_in_the_archive_is_named(server: str) -> None:
    with pytest.raises(UnreachableError, match="answers 404"), opened(f"{server}/2024-05-01-13.json.gz"):
        pass


def test_an_address_nobody_answers_at_is_named() -> None:
    with pytest.raises(UnreachableError, match="cannot be reached"), opened("http://127.0.0.1:9/x.json"):
        pass


def test_why_nobody_answers_is_said_in_words() -> None:
    with pytest.raises(UnreachableError) as caught, opened("http://127.0.0.1:9/x.json"):
        pass
    assert "refused" in caught.value.what
    assert "MaxRetry" not in caught.value.what
    assert caught.value.hint
