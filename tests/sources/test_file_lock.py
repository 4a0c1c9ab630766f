"""A file that one process at a time may hold."""

from __future__ import annotations

import errno
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from folkmoot.sources.file_lock import FileLock, HeldError

TAKE = """
import sys
from folkmoot.sources.file_lock import FileLock, HeldError
try:
    FileLock(sys.argv[1]).acquire(0)
except HeldError:
    print("held")
else:
    print("free")
"""


def elsewhere(path: Path) -> str:
    answer = subprocess.run(
        [sys.executable, "-c", TAKE, str(path)], capture_output=True, text=True, check=True
    )
    return answer.stdout.strip()


def test_another_process_finds_the_lock_held_and_then_free(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with FileLock(str(path)):
        assert elsewhere(path) == "held"
    assert elsewhere(path) == "free"


def test_the_same_process_does_not_take_it_twice(tmp_path: Path) -> None:
    path = str(tmp_path / "lock")
    with FileLock(path), pytest.raises(HeldError, match="is held by another process"):
        FileLock(path, timeout=0.1).acquire()


def test_what_is_let_go_can_be_taken_again(tmp_path: Path) -> None:
    lock = FileLock(str(tmp_path / "lock"))
    lock.acquire()
    lock.release()
    lock.release()
    lock.acquire(timeout=0)
    assert elsewhere(tmp_path / "lock") == "held"
    lock.release()


def test_it_is_let_go_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="spoilt"), FileLock(str(tmp_path / "lock")):
        raise ValueError("spoilt")
    assert elsewhere(tmp_path / "lock") == "free"


def test_who_waits_long_enough_gets_it(tmp_path: Path) -> None:
    path = str(tmp_path / "lock")
    first = FileLock(path)
    first.acquire()
    threading.Timer(0.2, first.release).start()
    with FileLock(path, timeout=60):
        assert elsewhere(tmp_path / "lock") == "held"


def test_a_process_that_is_killed_lets_go_of_it(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    killed = TAKE.replace('print("free")', "import os, signal; os.kill(os.getpid(), signal.SIGKILL)")
    ended = subprocess.run([sys.executable, "-c", killed, str(path)], check=False)
    assert ended.returncode < 0
    assert elsewhere(path) == "free"


def test_a_file_system_without_locks_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(_descriptor: int, _how: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", unknown)
    with pytest.raises(OSError, match="No locks available"):
        FileLock(str(tmp_path / "lock")).acquire()


def test_a_folder_that_is_not_there_is_said_by_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        FileLock(str(tmp_path / "nowhere" / "lock")).acquire()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "lock").symlink_to(tmp_path / "precious")
    with pytest.raises(OSError, match="lock"):
        FileLock(str(tmp_path / "lock")).acquire()
    assert not (tmp_path / "precious").exists()
