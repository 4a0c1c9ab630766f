"""`folkmoot checkin`: from being quiet over being asked to an answer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sources.git.repositories import Repository

if TYPE_CHECKING:
    from cli.conftest import Answer, Call

ADA = "Ada <7+ada@users.noreply.github.com>"


@pytest.fixture
def moot(call: Call, tmp_path: Path) -> Path:
    """Give a synced repository whose maintainers are Ada, last seen in 2023, and Zoe, who is not known."""
    made = Repository.create(tmp_path / "moot")
    made.commit(ADA, files={"OWNERS": "approvers: [ada, zoe]\n"})
    assert call("sync", made.place).code == 0
    return made.place


def stages(answer: Answer) -> dict[str, str]:
    return {each["handle"]: each["stage"] for each in json.loads(answer.out)["people"]}


def test_who_is_quiet_is_asked_and_who_is_unknown_is_counted(call: Call, moot: Path) -> None:
    answer = call("checkin", moot)
    assert answer.code == 0
    assert "Ask:\n  ada (approver). Nothing seen for" in answer.out
    assert "nothing is known of them: 1." in answer.out
    assert "Only git was looked at" in answer.out


def test_a_draft_is_one_message(call: Call, moot: Path) -> None:
    assert call("checkin", moot, "--draft", "ADA").out.startswith(
        "Hello Ada,\n\nyou are listed in moot as approver."
    )
    assert call("checkin", moot, "--draft", "zoe").code == 2


def test_an_answer_is_kept_outside_of_git(call: Call, moot: Path) -> None:
    asked = call("checkin", moot, "--asked", "ada", "--format", "json")
    assert stages(asked) == {"ada": "wait", "zoe": "unknown"}
    kept = Path(asked.err.partition("Kept in ")[2].strip())
    assert kept.is_file()
    assert not kept.is_relative_to(moot)
    assert (
        stages(call("checkin", moot, "--answer", "ada=stays", "--format", "json"))["ada"] == "leave in peace"
    )
    assert (
        stages(call("checkin", moot, "--answer", "ada=rests", "--format", "json"))["ada"]
        == "thank and move to the alumni"
    )
    assert stages(call("checkin", moot, "--vouch", "ada=zoe", "--format", "json"))["ada"] == "leave in peace"
    assert stages(call("checkin", moot, "--forget", "ada", "--format", "json"))["ada"] == "ask"


@pytest.mark.parametrize("words", [("--answer", "ada=maybe"), ("--answer", "ada"), ("--vouch", "ada=Ada")])
def test_what_makes_no_sense_changes_nothing(call: Call, moot: Path, words: tuple[str, ...]) -> None:
    answer = call("checkin", moot, *words)
    assert answer.code == 2
    assert "Kept" not in answer.err


def test_a_role_can_be_chosen_and_nobody_due_is_said(call: Call, moot: Path) -> None:
    assert "nobody is listed" in call("checkin", moot, "--role", "reviewer").out
    assert "Nobody is due." in call("checkin", moot, "--months", "600").out


def test_whom_no_file_names_is_told_and_kept(call: Call, project: Repository) -> None:
    call("sync", project.place)
    answer = call("checkin", project.place, "--asked", "adda")
    assert "No file of roles here names 'adda'" in answer.err
    assert "names" not in call("checkin", project.place, "--asked", "adda").err.partition("known here")[0]


def test_nothing_is_kept_beside_a_store_that_is_not_there(call: Call, project: Repository) -> None:
    answer = call("checkin", project.place, "--asked", "ada", "--store", "none.duckdb")
    assert answer.code == 2
    assert "Kept" not in answer.err
