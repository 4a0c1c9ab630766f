"""A git that runs: heard and fed at once, ended in time, and what is said when it fails."""

import os
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from folkmoot.model.errors import SourceError
from folkmoot.sources.git.call import SAID, first_line
from folkmoot.sources.git.command import Git
from sources.git.other_git import other_git
from sources.git.repositories import Repository, small_history


@pytest.fixture
def made(tmp_path: Path) -> Repository:
    return small_history(tmp_path / "r")


def test_git_is_fed_and_heard_at_the_same_time(made: Repository) -> None:
    """More is written and read than any pipe holds."""
    asked = f"{made.head}\n".encode() * 50_000
    answer = Git(made.place).run("cat-file", "--batch-check", stdin=asked)
    assert answer.count(b" commit ") == 50_000


def test_input_fed_step_by_step_is_asked_for_as_git_reads_it(made: Repository) -> None:
    """git is stopped, so it reads nothing: only what a small pipe holds is taken from the source."""
    taken: list[int] = []
    is_stopped = threading.Event()

    def parts() -> Iterator[bytes]:
        is_stopped.wait()
        for number in range(1000):
            taken.append(number)
            yield f"{made.head}\n".encode() * 50

    with Git(made.place).stream("cat-file", "--batch-check", stdin=parts(), step_by_step=True) as call:
        os.kill(call.process.pid, signal.SIGSTOP)
        is_stopped.set()
        call.pause(0.2)
        waiting = len(taken)
        os.kill(call.process.pid, signal.SIGCONT)
        lines = sum(chunk.count(b"\n") for chunk in call.chunks())
    assert lines == 50_000
    assert len(taken) == 1000
    assert sys.platform != "linux" or waiting < 100


def _hang(git: Git) -> None:
    reading, writing = os.pipe()
    with (
        os.fdopen(reading, "rb") as never,
        git.stream("cat-file", "--batch", stdin=iter(never.readline, b"")) as call,
    ):
        call.process.wait()
        os.close(writing)
        call.wait()


def test_a_call_ends_when_its_time_is_up(made: Repository) -> None:
    """git waits for input that never comes."""
    with pytest.raises(SourceError, match="took over"):
        _hang(Git(made.place, time_limit=0.2))


@pytest.mark.parametrize("does", ["#!/bin/sh\nexec sleep 600\n", "#!/bin/sh\nsleep 600\n"])
def test_a_git_that_hangs_is_ended_and_is_no_empty_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, does: str
) -> None:
    """Where a failure would be allowed, too."""
    other_git(tmp_path / "bin", monkeypatch, does)
    with pytest.raises(SourceError, match=r"git rev-parse was ended: it took over"):
        Git(tmp_path, time_limit=0.2).text("rev-parse", "HEAD")
    with pytest.raises(SourceError, match=r"git cat-file was ended: it took over"):
        Git(tmp_path, time_limit=0.2).existing(["1" * 40])


@pytest.mark.parametrize(
    "said",
    [
        "fatal: unrecognized argument: --newest",
        "error: unknown option `newest'",
        "fatal: unknown value for --a: b",
    ],
)
def test_a_git_that_does_not_know_an_option_is_too_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    does = (
        f'#!/bin/sh\ncase "$*" in *version) echo git version 2.9.1;; *) echo "{said}" >&2; exit 128;; esac\n'
    )
    other_git(tmp_path / "bin", monkeypatch, does.replace("`", "\\`"))
    with pytest.raises(SourceError, match=r"^git version 2\.9\.1 does not know all") as caught:
        Git(tmp_path).run("log", "--newest")
    assert said in caught.value.what
    assert caught.value.hint == "install git 2.32 or newer."


def test_what_git_truly_says_of_options_it_does_not_know_is_known(made: Repository) -> None:
    for arguments in (("log", "--newest"), ("log", "--diff-merges=newest"), ("fetch", "--newest")):
        with pytest.raises(SourceError, match=r"^git version \S+ does not know all"):
            Git(made.place).run(*arguments)


def test_leaving_early_ends_git(made: Repository) -> None:
    with Git(made.place).stream("log", "--all") as call:
        call.output.read(1)
    assert call.process.returncode is not None


def test_the_newest_words_on_stderr_are_kept(made: Repository) -> None:
    asked = "".join(f"{number:040x}\n" for number in range(1, 20_000)).encode()
    with Git(made.place).stream("show-index", stdin=b"not an index") as call:
        assert call.wait()[0] != 0
        assert call.said()
    with Git(made.place).stream("cat-file", "--batch", stdin=asked) as call:
        assert sum(map(len, call.chunks())) > 0
        assert len(call.wait()[1]) <= SAID


def test_the_telling_line_is_found() -> None:
    assert first_line("warning: a\nfatal: b\nhint: c") == "fatal: b"
    assert first_line("only this") == "only this"
    assert first_line("fatal: unknown extension found:\n\trefstorage\n") == (
        "fatal: unknown extension found: refstorage"
    )
    assert first_line("fatal: cut short:") == "fatal: cut short:"
    assert first_line("ssh: no such host\nfatal: Could not read from remote repository.\n\nPlease") == (
        "fatal: Could not read from remote repository. (ssh: no such host)"
    )
    assert first_line("fatal: Could not read from remote repository.") == (
        "fatal: Could not read from remote repository."
    )
    assert first_line(" \n") == "it gave no reason"
    assert len(first_line("fatal: " + "x" * 1000)) == 300


def test_what_git_prints_is_taken_up_before_anybody_reads_it(made: Repository) -> None:
    git = Git(made.place)
    with git.stream("rev-list", "--objects", "--all", ahead=True) as call:
        call.pause(300)
        assert call.process.poll() == 0
        assert b"".join(call.chunks()) == git.run("rev-list", "--objects", "--all")


def test_leaving_what_was_taken_up_unread_ends_git(made: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("folkmoot.sources.git.call.AHEAD", 1)
    monkeypatch.setattr("folkmoot.sources.git.call.CHUNK", 10)
    with Git(made.place).stream("rev-list", "--objects", "--all", ahead=True) as call:
        pass
    assert call.process.poll() is not None
    assert not any(thread.is_alive() for thread in call._threads)
