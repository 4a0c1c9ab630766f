"""Running git with nothing to guide it, bounded in time and output."""

import os
from pathlib import Path

import pytest

from folkmoot.model.errors import SourceError
from folkmoot.sources.git import command
from folkmoot.sources.git.call import SILENT
from folkmoot.sources.git.command import Git
from folkmoot.sources.git.repository import open_repository
from sources.git.other_git import other_git
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


def test_freed_memory_is_kept_and_output_not_flushed_line_by_line(made: Repository) -> None:
    told = Git(made.place).environment()
    assert int(told["MALLOC_TRIM_THRESHOLD_"]) > int(told["MALLOC_MMAP_THRESHOLD_"]) >= 32 << 20
    assert told["GIT_FLUSH"] == "0"


def test_too_much_output_is_refused(made: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "HELD_OUTPUT", 10)
    with pytest.raises(SourceError, match="printed over"):
        Git(made.place).run("cat-file", "commit", made.head)


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
    assert raised.value.hint == SILENT
    assert len(asked.read_text(encoding="utf-8").splitlines()) == 1


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


@pytest.mark.parametrize("does", ["no program", ""])
def test_a_git_that_is_no_program_cannot_be_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, does: str
) -> None:
    other_git(tmp_path / "bin", monkeypatch, does)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    with pytest.raises(SourceError, match=r"git cannot be run: Exec format error\."):
        Git(tmp_path).run("version")


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
