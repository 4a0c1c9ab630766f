"""`folkmoot rfc`: proposals listed, shown, followed and checked from the command line."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from govern.proposals.documents import PEP
from sources.git.repositories import ADA, BOB, Repository

from .conftest import Call


@pytest.fixture
def peps(tmp_path: Path) -> Repository:
    """Give a repository with one delivered proposal and one draft of an odd title."""
    made = Repository.create(tmp_path / "peps")
    draft = (
        PEP.replace("PEP: 12", "PEP: 13")
        .replace("Replaces: 3, 4\n", "")
        .replace("Hats for all", "=Gloves\x1b[31m")
    )
    made.commit(ADA, files={"peps/pep-0012.rst": PEP.replace("Final", "Draft")})
    made.commit(ADA, files={"peps/pep-0012.rst": PEP.replace("Final", "Accepted")})
    made.commit(BOB, files={"peps/pep-0012.rst": PEP, "peps/pep-0013.rst": draft.replace("Final", "Draft")})
    return made


def test_a_list_has_both_axes_on_a_line(call: Call, peps: Repository) -> None:
    answer = call("rfc", "list", peps.place)
    assert answer.code == 0
    assert [line.split() for line in answer.out.splitlines()] == [
        ["PEP", "12", "accepted", "delivered", "Hats", "for", "all"],
        ["PEP", "13", "draft", "-", "=Gloves"],
    ]
    assert "2 proposals of 2 documents" in answer.err


@pytest.mark.parametrize(
    ("state", "numbers"), [("draft", [13]), ("delivered", [12]), ("Final", [12]), ("x", [])]
)
def test_a_list_may_be_of_one_state(state: str, numbers: list[int], call: Call, peps: Repository) -> None:
    found = json.loads(call("rfc", "list", peps.place, "--state", state, "--format", "json").out)
    assert [one["number"] for one in found["proposals"]] == numbers


def test_json_has_the_documented_keys(call: Call, peps: Repository) -> None:
    found = json.loads(call("rfc", "list", peps.place, "--format", "json").out)
    assert set(found) == {"layout", "commit", "documents", "proposals", "unread"}
    assert found["proposals"][0] == {
        "label": "PEP 12",
        "number": 12,
        "title": "Hats for all",
        "authors": ["Ada Example", "Bob Example, Jr."],
        "authors_from": "document",
        "created": "2001-07-03",
        "decision": "accepted",
        "delivery": "delivered",
        "word": "Final",
        "kind": "Standards Track",
        "supersedes": ["3", "4"],
        "superseded_by": [],
        "links": [{"field": "resolution", "target": "https://example.org/yes"}],
        "path": "peps/pep-0012.rst",
        "dialect": "mail",
    }


def test_csv_runs_no_formula(call: Call, peps: Repository) -> None:
    rows = list(csv.DictReader(io.StringIO(call("rfc", "list", peps.place, "--format", "csv").out)))
    assert [row["title"] for row in rows] == ["Hats for all", "'=Gloves"]
    assert rows[1]["delivery"] == ""


@pytest.mark.parametrize("name", ["12", "0012", "PEP 12", "pep 12"])
def test_one_is_shown_with_its_way(name: str, call: Call, peps: Repository) -> None:
    answer = call("rfc", "show", name, peps.place)
    assert answer.code == 0
    assert "PEP 12: Hats for all" in answer.out
    assert "2023-11-15" in answer.out
    assert "draft → accepted  (Ada)" in answer.out
    assert "accepted → final  (Bob)" in answer.out


def test_one_is_shown_as_json(call: Call, peps: Repository) -> None:
    (found,) = json.loads(call("rfc", "show", "12", peps.place, "--format", "json").out)
    assert [step["after"] for step in found["timeline"]["transitions"]] == ["draft", "accepted", "final"]


@pytest.mark.parametrize("arguments", [("show", "99"), ("timeline", "99")])
def test_what_is_not_there_is_said(arguments: tuple[str, str], call: Call, peps: Repository) -> None:
    answer = call("rfc", *arguments, peps.place)
    assert answer.code == 2
    assert "rfc list" in answer.err


def test_the_timeline_of_all_sums_up(call: Call, peps: Repository) -> None:
    answer = call("rfc", "timeline", peps.place)
    assert "1  draft → accepted" in answer.out
    assert "1 of 2 ended, median -" in answer.out


def test_the_timeline_as_json_has_the_documented_keys(call: Call, peps: Repository) -> None:
    found = json.loads(call("rfc", "timeline", peps.place, "--format", "json").out)
    assert set(found) == {
        "layout", "commit", "known_until", "days_to_decision", "days_to_delivery", "changes", "stale",
        "proposals",
    }  # fmt: skip
    assert found["days_to_decision"]["n"] == 2
    assert found["changes"][0] == {"before": "accepted", "after": "final", "n": 1, "median_days": None}


def test_the_timeline_as_csv_has_a_line_for_each_change(call: Call, peps: Repository) -> None:
    rows = list(csv.DictReader(io.StringIO(call("rfc", "timeline", "12", peps.place, "--format", "csv").out)))
    assert [(row["date"], row["before"], row["after"], row["by"]) for row in rows] == [
        ("2023-11-14", "", "draft", "Ada"),
        ("2023-11-15", "draft", "accepted", "Ada"),
        ("2023-11-16", "accepted", "final", "Bob"),
    ]


def test_here_is_the_default(call: Call, peps: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(peps.place)
    assert "PEP 12" in call("rfc", "list").out
    assert "PEP 12" in call("rfc", "timeline", "12").out


def test_a_check_without_findings_ends_well(call: Call, peps: Repository) -> None:
    answer = call("rfc", "check", peps.place)
    assert (answer.code, answer.out) == (0, "")


def test_a_check_with_findings_names_the_place_and_ends_with_one(call: Call, peps: Repository) -> None:
    peps.commit(
        files={"peps/pep-0013.rst": PEP.replace("PEP: 12", "PEP: 14").replace("Status: Final", "Status: Hat")}
    )
    answer = call("rfc", "check", peps.place)
    assert answer.code == 1
    assert "peps/pep-0013.rst:1: number-mismatch" in answer.out
    assert "peps/pep-0013.rst:5: unknown-status" in answer.out
    found = json.loads(call("rfc", "check", peps.place, "--format", "json").out)
    assert {one["code"] for one in found["problems"]} == {"number-mismatch", "unknown-status"}


def test_a_check_may_leave_old_changes_alone(call: Call, peps: Repository) -> None:
    peps.commit(files={"peps/pep-0012.rst": PEP.replace("Final", "Draft"), "x": "y"})
    peps.commit(files={"peps/pep-0012.rst": PEP.replace("Final", "Rejected")})
    assert call("rfc", "check", peps.place).code == 1
    assert call("rfc", "check", peps.place, "--since", "2024-01-01").code == 0
    assert call("rfc", "check", peps.place, "--since", "lately").code == 2


def test_the_layout_may_be_named(call: Call, peps: Repository) -> None:
    assert call("rfc", "list", peps.place, "--layout", "pep").code == 0
    answer = call("rfc", "list", peps.place, "--layout", "hats")
    assert answer.code == 2
    assert "pep" in answer.err


def test_a_repository_without_proposals_is_an_error(call: Call, project: Repository) -> None:
    assert call("rfc", "list", project.place).code == 2


def test_a_state_that_nothing_is_in_is_answered_with_those_there_are(call: Call, peps: Repository) -> None:
    answer = call("rfc", "list", peps.place, "--state", "drafft")
    assert (answer.code, answer.out) == (0, "")
    assert "hint: states here are accepted, delivered, draft, final." in answer.err
    assert "hint:" not in call("rfc", "list", peps.place, "--state", "draft").err


def test_one_is_not_called_several(call: Call, peps: Repository) -> None:
    told = call("rfc", "list", peps.place, "--state", "draft").err
    assert "1 proposal of 2 documents" in told
