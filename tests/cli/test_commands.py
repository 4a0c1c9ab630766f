"""The group of all commands: found by discovery, calm about mistakes."""

from __future__ import annotations

import contextlib
import errno
import gc
import os
import pty
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from folkmoot import __version__, cli
from folkmoot.cli import ROWS_BETWEEN_COLLECTIONS, Commands, folkmoot
from sources.git.repositories import ADA, Repository

from .conftest import Call


def test_every_file_is_a_command(call: Call) -> None:
    out = call("--help").out
    for name in ("events", "explain", "export", "people", "report", "sql", "sync"):
        assert f"\n  {name} " in out
    assert "_options" not in out


def test_the_version_is_told(call: Call) -> None:
    assert __version__ in call("--version").out


@pytest.mark.parametrize("name", sorted(folkmoot.list_commands(None)))
def test_every_command_explains_itself(call: Call, name: str) -> None:
    answer = call(name, "--help")
    assert answer.code == 0
    assert len(answer.out) > 100


def test_a_command_that_is_none(call: Call) -> None:
    answer = call("dance")
    assert answer.code == 2
    assert "dance" in answer.err
    assert "hint:" in answer.err


def test_an_option_that_is_none(call: Call) -> None:
    answer = call("report", "--shiny")
    assert answer.code == 2
    assert "folkmoot report --help" in answer.err


def test_colours_stay_away_where_nobody_watches(call: Call) -> None:
    assert "\x1b" not in call("explain", "commits").out


def test_control_characters_in_a_mistake_do_not_reach_the_terminal(call: Call) -> None:
    assert "\x1b" not in call("report", "\x1b[31mred").err


def test_cycles_are_looked_for_rarely_because_rows_hold_none(call: Call) -> None:
    call("--version")
    assert gc.get_threshold()[0] == ROWS_BETWEEN_COLLECTIONS
    assert gc.isenabled()


def run(command: str) -> subprocess.CompletedProcess[str]:
    """Run `command` in a shell, where `folkmoot` is a function that starts it as a process of its own."""
    begun = f"import sys; sys.path[:] = {sys.path!r}; from folkmoot.cli import main; main()"
    script = f'folkmoot() {{ {sys.executable!r} -c "$BEGUN" "$@"; }}; {command}'
    return subprocess.run(
        ["bash", "-c", script],
        check=False,
        env={"BEGUN": begun, "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("asked", ["explain commits", "--help", "--version"])
def test_no_room_for_the_output_is_an_error_without_a_traceback(asked: str) -> None:
    done = run(f"folkmoot {asked} > /dev/full")
    assert done.returncode == 2
    assert done.stderr == (
        "error: The output cannot be written: No space left on device.\n"
        "hint: make room, or send it elsewhere.\n"
    )


@pytest.mark.parametrize("asked", ["report", "report .", "sync ../x", "check"])
def test_a_folder_that_was_removed_under_us_is_an_error_without_a_traceback(
    tmp_path: Path, asked: str
) -> None:
    (tmp_path / "gone").mkdir()
    done = run(f"cd {tmp_path}/gone && rmdir ../gone && folkmoot {asked}")
    assert done.returncode in {2, 3}
    assert "Traceback" not in done.stderr
    assert "hint: " in done.stderr


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (PermissionError(errno.EACCES, "Permission denied", "a/b"), "error: a/b: Permission denied.\n"),
        (OSError(errno.EROFS, "Read-only file system", "a\x1bb"), "error: a�b: Read-only file system.\n"),
    ],
)
def test_a_file_that_is_barred_is_an_error_without_a_traceback(
    wrong: OSError, said: str, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def barred(*_: object) -> None:
        raise wrong

    monkeypatch.setattr(Commands, "get_command", barred)
    answer = call("report")
    assert answer.code == 2
    assert answer.err == said + "hint: check its permissions, and the room that is left.\n"


def test_a_disk_that_takes_no_more_is_told_and_leaves_the_store(project: Repository, tmp_path: Path) -> None:
    """Files may have 500 kB here, which ends a write as a full disk does."""
    store = tmp_path / "s.duckdb"
    sync = shlex.join(["folkmoot", "sync", str(project.place), "--store", str(store)])
    answer = run(f"ulimit -f 500; {sync}")
    assert answer.returncode == 2
    assert answer.stderr.startswith(f"error: {store} cannot be written: File too large.\nhint: make room")
    assert not store.exists()
    assert run(sync).returncode == 0
    before = store.read_bytes()
    project.commit(ADA, "More\n", {"more": "1\n"})
    answer = run(f"ulimit -f 500; {sync}")
    assert answer.stderr.startswith(f"error: {store} cannot be written: File too large.\n")
    assert store.read_bytes() == before


def test_other_mistakes_of_the_system_are_ours_and_show_where(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(*_: object) -> None:
        raise FileNotFoundError(errno.ENOENT, "No such file or directory", "ours")

    monkeypatch.setattr(Commands, "get_command", lost)
    with pytest.raises(FileNotFoundError):
        call("report")


def test_who_stops_a_query_is_not_shown_the_error_of_the_engine(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        with pytest.raises(KeyboardInterrupt):
            cli._stop(signal.SIGINT, None)
        raise RuntimeError("Query interrupted")

    monkeypatch.setattr(cli, "_stopping", [])
    monkeypatch.setattr(Commands, "get_command", interrupted)
    answer = call("report")
    assert (answer.code, answer.out) == (130, "")
    assert answer.err == "Stopped; what was finished before is kept.\n"


def test_a_reader_that_has_seen_enough_is_no_finding() -> None:
    done = run("exec 3> >(true); wait $!; folkmoot explain commits >&3; echo code $?")
    assert (done.stdout, done.stderr) == ("code 0\n", "")


def test_streams_that_are_closed_are_missed_by_nobody() -> None:
    done = run("folkmoot explain commits <&- >&- 2>&-; echo code $?")
    assert done.stdout == "code 0\n"


def test_at_the_end_nothing_is_taken_down_that_the_system_frees_and_threads_are_waited_for(
    tmp_path: Path,
) -> None:
    script = tmp_path / "end.py"
    script.write_text(
        "import atexit, sys, threading, time\n"
        "from folkmoot.cli import main\n"
        "def late():\n"
        "    time.sleep(0.2)\n"
        "    sys.stdout.write('waited for')\n"
        "threading.Thread(target=late).start()\n"
        "atexit.register(print, 'taken down')\n"
        "sys.argv = ['folkmoot', 'explain', 'no-such-metric']\n"
        "main()\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "waited for")


def test_the_end_of_a_report_says_nothing_of_its_own(project: Repository, tmp_path: Path) -> None:
    store, page = tmp_path / "s.duckdb", tmp_path / "r.html"
    arguments = ["report", str(project.place), "--store", str(store), "--output", str(page)]
    script = f"import sys; sys.argv[1:] = {arguments!r}; from folkmoot.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", f"html report: {page}\n")


def test_a_command_that_is_nearly_one(call: Call) -> None:
    assert "hint: did you mean `folkmoot report`?" in call("reprot").err
    assert "hint: did you mean `folkmoot people list`?" in call("people", "lst").err


def test_a_group_called_by_itself_shows_what_it_has_and_calls_it_no_error(call: Call) -> None:
    for asked in ((), ("people",), ("checkpoint",)):
        answer = call(*asked)
        assert (answer.code, answer.out) == (2, "")
        assert answer.err.startswith("Usage: ")
        assert "error:" not in answer.err


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_whoever_wants_no_colours_gets_none(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal: what is asked of the environment counts for errors and for what is printed."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    for asked in (("report", "nowhere"), ("explain", "commits")):
        assert "\x1b[" in on_a_terminal(*asked)
    monkeypatch.setenv(name, value)
    for asked in (("report", "nowhere"), ("explain", "commits")):
        assert "\x1b[" not in on_a_terminal(*asked)


def on_a_terminal(*arguments: str) -> str:
    """Give everything that a call shows on a terminal."""
    ours, theirs = pty.openpty()
    program = [sys.executable, "-c", "from folkmoot.cli import main; main()", *arguments]
    with subprocess.Popen(program, stdout=theirs, stderr=theirs, stdin=theirs):
        os.close(theirs)
        shown = b""
        with contextlib.suppress(OSError):  # how a terminal ends
            while told := os.read(ours, 65536):
                shown += told
    os.close(ours)
    return shown.decode()


def test_a_request_that_makes_no_sense_always_has_a_hint(call: Call) -> None:
    answer = call("init", "--governance", "--rules", "x.toml", "--preset", "bdfl")
    assert answer.code == 2
    assert "hint: `folkmoot init --help` tells what is possible." in answer.err
