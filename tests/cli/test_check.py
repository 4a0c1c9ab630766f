"""`folkmoot check`, as a user and a CI system call it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from govern.audit.moot import Moot, vote
from sources.git.repositories import Repository

if TYPE_CHECKING:
    from cli.conftest import Call


def test_findings_are_exit_code_one(call: Call, tmp_path: Path) -> None:
    moot = Moot.create(tmp_path)
    moot.hold("1", vote("Dora as Reviewer", "ada (binding)"))
    answer = call("check", moot.made.place)
    assert answer.code == 1
    assert "1 binding yes, 2 are needed" in answer.out


def test_nothing_to_act_on_is_exit_code_zero(call: Call, tmp_path: Path) -> None:
    moot = Moot.create(tmp_path)
    moot.hold("1", vote("Dora as Reviewer", "ada (binding)", "bob (binding)"))
    assert call("check", moot.made.place).code == 0


def test_nothing_to_audit_is_exit_code_zero_and_said(call: Call, project: Repository) -> None:
    answer = call("check", project.place)
    assert answer.code == 0
    assert "not applicable" in answer.out
    assert not any(line.startswith(" no ") for line in answer.out.splitlines())


def test_a_place_without_repository_is_exit_code_three(call: Call, tmp_path: Path) -> None:
    assert call("check", tmp_path).code == 3


def test_json_and_sarif_tell_the_same(call: Call, tmp_path: Path) -> None:
    moot = Moot.create(tmp_path)
    moot.hold("1", vote("Dora as Reviewer"))
    document = json.loads(call("check", moot.made.place, "--format", "json").out)
    log = json.loads(call("check", moot.made.place, "--format", "sarif").out)
    failing = {each["id"] for each in document["answers"] if each["outcome"] == "no"}
    assert failing == {each["ruleId"] for each in log["runs"][0]["results"]} == {"decisions-with-result"}


def test_the_community_profile_asks_for_files(call: Call, project: Repository) -> None:
    answer = call("check", project.place, "--profile", "community")
    assert answer.code == 1
    assert "[licence]" in answer.out


def test_a_synced_store_tells_who_is_silent(call: Call, tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "moot")
    made.commit("Ada <7+ada@users.noreply.github.com>", files={"SECURITY_CONTACTS": "ada\nbob\n"})
    assert "Nothing was synced" in call("check", made.place).out
    call("sync", made.place)
    answer = call("check", made.place)
    assert answer.code == 0
    assert "ada, security contact: nothing seen since 2023-11-14." in answer.out
    assert "bob, security" not in answer.out


def test_profiles_can_be_listed(call: Call) -> None:
    answer = call("check", "--profiles")
    assert answer.code == 0
    assert [line.split()[0] for line in answer.out.splitlines()] == [
        "cncf-graduation",
        "community",
        "cra-steward",
        "first",
        "governance",
        "openchain-18974",
        "openchain-5230",
        "osps-1",
        "osps-2",
        "osps-3",
    ]


def test_an_unknown_profile_is_a_usage_error(call: Call, project: Repository) -> None:
    assert call("check", project.place, "--profile", "nobody").code == 2
