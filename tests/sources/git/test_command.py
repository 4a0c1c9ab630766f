"""Running git with nothing to guide it, bounded in time and output."""

import os
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from folkmoot.model.errors import SourceError
from folkmoot.sources.git import command
from folkmoot.sources.git.command import SAID, Git, first_line
from folkmoot.sources.git.repository import open_repository
from sources.git.repositories import Repository, small_history


@pytest.fixture
def made(tmp_path: Path) -> Repository:
    return small_history(tmp_path / "r")


def test_what_git_prints_is_given(made: Repository) -> None:
    assert Git(made.place).run("rev-parse", "refs/heads/main").decode().strip() == made.head


def test_a_failure_says_why_and_what_to_try(made: Repository) -> None:
    with pytest.raises(SourceError, match="git cat-file failed: fatal") as caught:
        Git(made.place).run("cat-file", "commit", "0" * 40)
    assert "git fsck" in caught.value.hint


def test_a_failure_may_be_allowed(made: Repository) -> None:
    assert Git(made.place).run("cat-file", "commit", "0" * 40, check=False) == b""
    assert Git(made.place).text("rev-parse", "--verify", "--quiet", "nothing") == ""


def test_names_that_are_no_text_can_be_given_back(made: Repository) -> None:
    (made.place / "HEAD").write_bytes(b"ref: refs/heads/caf\xe9\n")
    assert os.fsencode(Git(made.place).text("symbolic-ref", "HEAD")) == b"refs/heads/caf\xe9"


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


def test_freed_memory_is_kept_and_output_not_flushed_line_by_line(made: Repository) -> None:
    told = Git(made.place).environment()
    assert int(told["MALLOC_TRIM_THRESHOLD_"]) > int(told["MALLOC_MMAP_THRESHOLD_"]) >= 32 << 20
    assert told["GIT_FLUSH"] == "0"


def test_too_much_output_is_refused(made: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "HELD_OUTPUT", 10)
    with pytest.raises(SourceError, match="printed over"):
        Git(made.place).run("cat-file", "commit", made.head)


def test_a_call_ends_when_its_time_is_up(made: Repository) -> None:
    """git waits for input that never comes."""
    with pytest.raises(SourceError, match="took over"):
        _hang(Git(made.place, time_limit=0.2))


def _hang(git: Git) -> None:
    reading, writing = os.pipe()
    with (
        os.fdopen(reading, "rb") as never,
        git.stream("cat-file", "--batch", stdin=iter(never.readline, b"")) as call,
    ):
        call.process.wait()
        os.close(writing)
        call.wait()


def other_git(place: Path, monkeypatch: pytest.MonkeyPatch, does: str) -> None:
    """Put a git that does something else first on the path."""
    place.mkdir()
    (place / "git").write_text(does)
    (place / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{place}{os.pathsep}{os.environ['PATH']}")


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


def test_what_git_answers_at_once_has_less_time(tmp_path: Path) -> None:
    assert Git(tmp_path).brief.time_limit == command.BRIEF < Git(tmp_path).time_limit
    assert Git(tmp_path, time_limit=7, settings=("a.b=c",)).brief == Git(
        tmp_path, time_limit=7, settings=("a.b=c",)
    )


def test_a_repository_whose_disk_does_not_answer_is_asked_once(
    made: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a network folder whose server is away: git waits, and would wait for the next question too."""
    asked = tmp_path / "asked"
    other_git(tmp_path / "bin", monkeypatch, f'#!/bin/sh\necho "$*" >> "{asked}"\nexec sleep 600\n')
    monkeypatch.setattr(command, "BRIEF", 0.2)
    with (
        pytest.raises(SourceError, match=r"git for-each-ref was ended: it took over") as raised,
        open_repository(str(made.place)),
    ):
        pass
    assert raised.value.hint == command.SILENT
    assert len(asked.read_text(encoding="utf-8").splitlines()) == 1


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


@pytest.mark.parametrize(
    ("said", "is_new_enough"),
    [
        ("git version 2.36.0", True), ("git version 2.36.GIT", True), ("git version 2.100", True),
        ("git version 3.0.0-rc1", True), ("git version 2.50.1 (Apple Git-155)", True),
        ("git version 2.35.9", False), ("git version 2.9.1", False), ("git version 1.99", False),
        ("another program 4.0", False), ("", False),
    ],
)  # fmt: skip
def test_a_git_is_as_new_as_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, is_new_enough: bool
) -> None:
    other_git(tmp_path / "bin", monkeypatch, f"#!/bin/sh\necho '{said}'\n")
    assert Git(tmp_path).is_at_least(2, 36) is is_new_enough


def test_what_git_truly_says_of_options_it_does_not_know_is_known(made: Repository) -> None:
    for arguments in (("log", "--newest"), ("log", "--diff-merges=newest"), ("fetch", "--newest")):
        with pytest.raises(SourceError, match=r"^git version \S+ does not know all"):
            Git(made.place).run(*arguments)


@pytest.mark.parametrize("does", ["no program", ""])
def test_a_git_that_is_no_program_cannot_be_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, does: str
) -> None:
    other_git(tmp_path / "bin", monkeypatch, does)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    with pytest.raises(SourceError, match=r"git cannot be run: Exec format error\."):
        Git(tmp_path).run("version")


def test_leaving_early_ends_git(made: Repository) -> None:
    with Git(made.place).stream("log", "--all") as call:
        call.output.read(1)
    assert call.process.returncode is not None


def test_settings_of_the_machine_are_not_seen(
    made: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".gitconfig").write_text("[core]\n\teditor = evil\n[alias]\n\tlog = !touch canary\n")
    (tmp_path / "git").mkdir()
    (tmp_path / "git" / "config").write_text("[core]\n\tpager = evil\n")
    for name in ("HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_PARAMETERS", "'core.editor=evil'")
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", "evil")
    assert b"evil" not in Git(made.place, ("https",)).run("config", "--list")
    assert not any("evil" in value for value in Git(made.place).environment().values())


def test_what_exists_is_told_from_what_does_not(made: Repository) -> None:
    assert Git(made.place).existing(["1" * 40, made.head]) == [made.head]
    assert Git(made.place).existing([]) == []


def test_a_secret_is_a_variable_that_no_process_list_shows(made: Repository) -> None:
    asking = Git(made.place, secrets=(("FOLKMOOT_GIT_WORD", "t0ken"),))
    assert asking.environment()["FOLKMOOT_GIT_WORD"] == "t0ken"
    assert not any("t0ken" in word for word in asking.line("log"))
    assert "t0ken" not in repr(asking)


def test_only_the_protocols_asked_for_are_allowed(made: Repository) -> None:
    assert Git(made.place).environment()["GIT_ALLOW_PROTOCOL"] == "none"
    assert Git(made.place, ("http", "https")).environment()["GIT_ALLOW_PROTOCOL"] == "http:https"
    with pytest.raises(SourceError, match="not allowed"):
        Git(made.place, ("https",)).run("ls-remote", "--", f"file://{made.place}")


def test_no_bundle_is_fetched_from_elsewhere(made: Repository) -> None:
    assert Git(made.place, ("https",)).text("config", "--get", "transfer.bundleURI") == "false"


def test_a_missing_git_is_said(made: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(SourceError, match="git is not installed"):
        Git(made.place).run("version")


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
    monkeypatch.setattr("folkmoot.sources.git.command.AHEAD", 1)
    monkeypatch.setattr("folkmoot.sources.git.command.CHUNK", 10)
    with Git(made.place).stream("rev-list", "--objects", "--all", ahead=True) as call:
        pass
    assert call.process.poll() is not None
    assert not any(thread.is_alive() for thread in call._threads)
