"""Clones whose fetch was stopped: killed at once, interrupted, or by a machine that went off."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from folkmoot.model.errors import UnreachableError
from folkmoot.sources import clock
from folkmoot.sources.git.call import Call
from folkmoot.sources.git.clones import BEGUN, cache_of, clone
from folkmoot.sources.git.location import Remote, locate
from folkmoot.sources.git.repository import Options, open_repository
from sources.git.repositories import Repository, small_history


def remote_of(made: Repository) -> Remote:
    found = locate(f"file://{made.place}")
    assert isinstance(found, Remote)
    return found


def interrupt(call: Call) -> tuple[int, str]:
    if call.command == "fetch":
        raise KeyboardInterrupt
    return call.process.wait(), ""


def test_a_first_clone_that_was_killed_is_none(made: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of ours runs any more when a process is killed: what lies there must say so by itself."""
    remote = remote_of(made)
    with monkeypatch.context() as killed:
        killed.setattr("folkmoot.sources.git.clones._remove", str)
        killed.setattr(Call, "wait", interrupt)
        with pytest.raises(KeyboardInterrupt), clone(remote):
            pass
    assert (cache_of(remote) / "HEAD").is_file()
    with pytest.raises(UnreachableError, match="never cloned"), clone(remote, offline=True):
        pass
    with open_repository(f"file://{made.place}") as opened:
        assert opened.tip == made.head
    with open_repository(f"file://{made.place}", Options(offline=True)) as opened:
        assert opened.tip == made.head


def test_a_first_clone_that_was_interrupted_leaves_nothing(
    made: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Call, "wait", interrupt)
    with pytest.raises(KeyboardInterrupt), clone(remote_of(made)):
        pass
    assert not cache_of(remote_of(made)).exists()


def test_what_a_machine_that_went_off_left_is_swept(made: Repository) -> None:
    with clone(remote_of(made)) as (where, _):
        place = where.git
    left = [place / name for name in ("packed-refs.lock", "refs/heads/main.lock", "objects/pack/tmp_pack_x")]
    for path in left:
        path.write_bytes(b"")
        os.utime(path, (clock.now() - 7200, clock.now() - 7200))
    fresh = place / "objects" / "pack" / "tmp_pack_of_somebody_else"
    fresh.write_bytes(b"")
    os.utime(fresh, (clock.now(), clock.now()))
    made.commit(message="One more\n")
    with open_repository(f"file://{made.place}") as opened:
        assert opened.tip == made.head
    assert not any(path.exists() for path in left)
    assert fresh.exists()
    assert not (place / BEGUN).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
def test_a_command_that_is_ended_ends_its_git(tmp_path: Path) -> None:
    """As `timeout`, `docker stop` and systemd end it."""
    programs, scratch, mark = tmp_path / "bin", tmp_path / "tmp", tmp_path / "git.pid"
    programs.mkdir()
    scratch.mkdir()
    (programs / "git").write_text(f"#!/bin/sh\necho $$ > {mark}.new\nmv {mark}.new {mark}\nexec sleep 60\n")
    (programs / "git").chmod(0o755)
    made = small_history(tmp_path / "made")
    surroundings = {**os.environ, "PATH": f"{programs}:{os.environ['PATH']}", "TMPDIR": str(scratch)}
    call = [sys.executable, "-m", "folkmoot", "report", str(made.place), "--store", str(tmp_path / "s")]
    with subprocess.Popen(call, env=surroundings) as started:
        while not mark.exists():
            time.sleep(0.02)
        started.send_signal(signal.SIGTERM)
        assert started.wait(20) == 128 + signal.SIGTERM
    with pytest.raises(ProcessLookupError):
        os.kill(int(mark.read_text()), 0)
    assert not list(scratch.iterdir())
