"""Updates: whole or not at all, from folders, archives and addresses, and whatever happens to them."""

import os
import signal
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from folkmoot.model.errors import (
    HostileInputError,
    SourceError,
    StoreError,
    UnreachableError,
    UsageError,
)
from folkmoot.model.source import Access
from folkmoot.supply.advisories import feed, updating
from folkmoot.supply.advisories.database import Advisories
from folkmoot.supply.advisories.updating import update
from sources.web.test_client import send, server
from still_clock import NOW
from supply.advisories.records import TAKEN_AT, archive, database, folder, record

ACCESS = Access(named_by_user=True, sleep=lambda _: None)


def ids(path: Path, package: str = "moot") -> list[str]:
    with Advisories(path) as advisories:
        return [kept.names[0] for kept in advisories.on("npm", package)]


def test_several_origins_make_one_database(tmp_path: Path) -> None:
    sources = [folder(tmp_path / "a", record("HALL-1")), archive(tmp_path / "all.zip", record("HALL-2"))]
    target = tmp_path / "data" / "advisories.sqlite"
    about, problems = update([str(each) for each in sources], target, ACCESS, TAKEN_AT)
    assert (about.advisories, problems) == (2, [])
    assert about.origin == f"{sources[0]}, {sources[1]}"
    assert ids(target) == ["HALL-1", "HALL-2"]
    assert list(target.parent.iterdir()) == [target]


def test_an_update_replaces_what_was_there(tmp_path: Path) -> None:
    target = database(tmp_path, record("HALL-1"))
    update([str(folder(tmp_path / "new", record("HALL-2")))], target, ACCESS, TAKEN_AT)
    assert ids(target) == ["HALL-2"]


def test_what_makes_no_sense_is_counted_and_some_of_it_told(tmp_path: Path) -> None:
    source = folder(tmp_path / "a", record("HALL-1"), *({"nothing": number} for number in range(30)))
    about, problems = update([str(source)], tmp_path / "advisories.sqlite", ACCESS, TAKEN_AT)
    assert (about.advisories, about.unread, len(problems)) == (1, 30, updating.MOST_PROBLEMS)
    assert problems[0].endswith("0001.json: it has no id")


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (lambda path: path / "nowhere", SourceError),
        (lambda path: folder(path / "empty"), SourceError),
        (lambda path: folder(path / "wrong", {"id": "x"}), SourceError),
        (lambda path: archive(path / "broken.zip", record()).rename(path / "broken.txt"), None),
    ],
)
def test_an_update_that_fails_leaves_the_old_one(
    tmp_path: Path, make: Callable[[Path], Path], error: type[Exception] | None
) -> None:
    target = database(tmp_path / "old", record("HALL-1"))
    before = target.read_bytes()
    source = str(make(tmp_path))
    if error is None:
        Path(source).write_bytes(Path(source).read_bytes()[:-30])
        error = SourceError
    with pytest.raises(error):
        update([source], target, ACCESS, TAKEN_AT)
    assert target.read_bytes() == before
    assert list(target.parent.iterdir()) == [target]


def test_a_bomb_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = database(tmp_path, record("HALL-1"))
    monkeypatch.setattr(feed, "FREE", 100_000)
    bomb = tmp_path / "all.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.json", b"0" * 5_000_000)
    with pytest.raises(HostileInputError):
        update([str(bomb)], target, ACCESS, TAKEN_AT)
    assert ids(target) == ["HALL-1"]
    assert list(target.parent.iterdir()) == [target]


def test_a_folder_nobody_may_write_to_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="cannot be written"):
        update(
            [str(folder(tmp_path / "a", record()))], tmp_path / "file" / "advisories.sqlite", ACCESS, TAKEN_AT
        )


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = database(tmp_path, record("HALL-1"))

    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(updating.Writer, "finish", full)
    with pytest.raises(StoreError, match="disk is full"):
        update([str(folder(tmp_path / "a", record("HALL-2")))], target, ACCESS, TAKEN_AT)
    assert ids(target) == ["HALL-1"]


KILLED = """
import sys
from pathlib import Path
from folkmoot.model.source import Access
from folkmoot.supply.advisories import feed, updating

def stop(*_):
    print("here", flush=True)
    sys.stdin.read()

if sys.argv[3] == "reading":
    updating.EVERY = 3
else:
    whole = updating.Writer.finish
    updating.Writer.finish = lambda *told: (whole(*told), stop())
updating.update([sys.argv[1]], Path(sys.argv[2]), Access(progress=stop), 1)
"""


@pytest.mark.parametrize("moment", ["reading", "finished"])
def test_an_update_that_is_killed_leaves_the_old_one_and_the_next_one_cleans_up(
    tmp_path: Path, moment: str
) -> None:
    target = database(tmp_path / "old", record("HALL-1"))
    before = target.read_bytes()
    new = folder(tmp_path / "new", *(record(f"HALL-{number}") for number in range(2, 9)))
    command = [sys.executable, "-c", KILLED, str(new), str(target), moment]
    running = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert running.stdout is not None
    assert running.stdin is not None
    assert running.stdout.readline().strip() == b"here"
    running.send_signal(signal.SIGKILL)
    running.wait()
    running.stdin.close()
    running.stdout.close()
    assert target.read_bytes() == before
    (part,) = set(target.parent.iterdir()) - {target}
    update([str(new)], target, ACCESS, TAKEN_AT)
    assert part.exists(), "another update may still be writing it"
    os.utime(part, (NOW - 2 * updating.STALE,) * 2)
    update([str(new)], target, ACCESS, TAKEN_AT)
    assert list(target.parent.iterdir()) == [target]
    assert len(ids(target)) == 7


def test_a_part_that_another_update_sweeps_at_the_same_time_stops_nothing(tmp_path: Path) -> None:
    """A link to nowhere is as good as gone."""
    target = tmp_path / "data" / "advisories.sqlite"
    target.parent.mkdir()
    (target.parent / f"{updating.PART}x{updating.ENDING}").symlink_to("nowhere")
    update([str(archive(tmp_path / "a.zip", record()))], target, ACCESS, TAKEN_AT)
    assert len(ids(target)) == 1


def served(path: Path, tmp_path: Path, address: str = "/npm/all.zip?key=s3cret") -> list[str]:
    content = path.read_bytes()
    target = tmp_path / "data" / "advisories.sqlite"
    with server(lambda handler, _: send(handler, body=content)) as (base, seen):
        about, _ = update([f"{base}{address}"], target, ACCESS, TAKEN_AT)
    assert seen[0]["path"] == address
    assert about.origin == f"{base}/npm/all.zip"
    assert list(target.parent.iterdir()) == [target]
    return ids(target)


def test_an_archive_is_fetched_from_an_address_and_its_question_is_not_kept(tmp_path: Path) -> None:
    assert served(archive(tmp_path / "all.zip", record("HALL-1")), tmp_path) == ["HALL-1"]


@pytest.mark.parametrize(
    ("address", "error"),
    [
        ("http://osv.example.org/all.zip", UsageError),
        ("ftp://osv.example.org/all.zip", UsageError),
        ("file:///etc/passwd", UsageError),
        ("https://user:s3cret@osv.example.org/all.zip", UsageError),
        ("https://[osv/all.zip", UsageError),
    ],
)
def test_an_address_nobody_should_trust_is_refused(
    tmp_path: Path, address: str, error: type[Exception]
) -> None:
    with pytest.raises(error) as refused:
        update([address], tmp_path / "advisories.sqlite", ACCESS, TAKEN_AT)
    assert "s3cret" not in str(refused.value)
    assert list(tmp_path.iterdir()) == []


def answered(tmp_path: Path, behave: Callable[[BaseHTTPRequestHandler, int], None]) -> None:
    target = tmp_path / "data" / "advisories.sqlite"
    try:
        with server(behave) as (base, _):
            update([f"{base}/all.zip"], target, ACCESS, TAKEN_AT)
    finally:
        assert list(target.parent.iterdir()) == []


def test_a_redirect_to_another_host_is_not_followed(tmp_path: Path) -> None:
    with pytest.raises(HostileInputError, match="another host"):
        answered(tmp_path, lambda handler, _: send(handler, 302, location="http://169.254.169.254/all.zip"))


def test_an_endless_answer_is_cut_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(updating, "LARGEST_DOWNLOAD", 10_000)
    with pytest.raises(HostileInputError, match="more than 10000 bytes"):
        answered(tmp_path, lambda handler, _: send(handler, body=b"x" * 20_000))


def test_an_answer_that_is_no_archive_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreachableError, match="answers 404"):
        answered(tmp_path, lambda handler, _: send(handler, 404))
    with pytest.raises(SourceError, match="no archive of advisories"):
        answered(tmp_path, lambda handler, _: send(handler, body=b"<html>Welcome</html>"))


def test_no_origin_is_no_update(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Where"):
        update([], tmp_path / "advisories.sqlite", ACCESS, TAKEN_AT)
