"""`folkmoot ladder`, as somebody asks about themselves."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sources.git.repositories import ADA, BOB, DAY, Repository
from still_clock import NOW

if TYPE_CHECKING:
    from cli.conftest import Call

OWN = """\
title = "Ours"
[[rung]]
name = "friend"
steps = ["Say hello.\\u001b[31m"]
[[rung.need]]
act = "authored"
least = 2
"""


@pytest.fixture
def moot(call: Call, tmp_path: Path) -> Path:
    """Give a synced repository in which Ada committed twice and Bob once lately, with a file of roles."""
    made = Repository.create(tmp_path / "moot")
    made.at = NOW - 9 * DAY
    made.commit(ADA, files={"OWNERS": "approvers: [ada]\nreviewers: [bob]\n"})
    made.commit(ADA, files={"a": "2"})
    made.commit(BOB, files={"a": "3"})
    assert call("sync", made.place).code == 0
    return made.place


def test_one_person_is_shown_and_nobody_else(call: Call, moot: Path) -> None:
    answer = call("ladder", "Ada", "--ladder", "kubernetes", "-r", moot)
    assert answer.code == 0
    assert answer.out.startswith("Ada: Kubernetes community membership")
    assert "Next: member" in answer.out
    assert "people decide" in answer.out
    assert "Bob" not in answer.out


def test_a_stated_account_shows_what_is_held(call: Call, moot: Path) -> None:
    answer = call(
        "ladder", "Ada", "--account", "ADA", "--ladder", "kubernetes", "-r", moot, "--format", "json"
    )
    person = json.loads(answer.out)["person"]
    assert person["next"] == "subproject owner"
    assert {rung["name"]: rung["held"] for rung in person["rungs"]}["approver"] is True
    assert person["listed"] is True


def test_without_anybody_the_ladder_is_shown_and_needs_no_store(call: Call, tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "moot")
    made.commit(files={".folkmoot/ladder.toml": OWN})
    answer = call("ladder", "-r", made.place)
    assert answer.code == 0
    assert answer.out.splitlines()[:4] == ["Ours", "", "friend", "  - commits written: 2 or more."]
    assert "\x1b" not in answer.out
    assert (
        json.loads(call("ladder", "-r", made.place, "--format", "json").out)["rungs"][0]["name"] == "friend"
    )


def test_everybody_only_when_asked_and_by_name(call: Call, moot: Path) -> None:
    answer = call("ladder", "--everybody", "--ladder", "apache", "-r", moot)
    lines = [line for line in answer.out.splitlines() if ": next " in line]
    assert [line.partition(":")[0] for line in lines] == ["Ada", "Bob"]
    assert not any(character.isdigit() for line in lines for character in line)
    document = json.loads(call("ladder", "--everybody", "-r", moot, "--format", "json").out)
    assert [each["name"] for each in document["people"]] == ["Ada", "Bob"]


def test_a_file_with_a_ladder_can_be_named(call: Call, moot: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(OWN)
    assert (
        "commits written: 2 (asked: 2)."
        in call("ladder", "Ada", "--ladder", tmp_path / "mine.toml", "-r", moot).out
    )
    assert call("ladder", "Ada", "--ladder", tmp_path / "none.toml", "-r", moot).code == 2


def test_presets_can_be_listed(call: Call) -> None:
    names = [line.split()[0] for line in call("ladder", "--ladders").out.splitlines()]
    assert names == ["apache", "cncf-template", "kubernetes", "node", "tikv"]


@pytest.mark.parametrize("words", [("Zoe",), ("Ada", "--everybody"), ("Ada", "--ladder", "nobody")])
def test_what_makes_no_sense_is_a_usage_error(call: Call, moot: Path, words: tuple[str, ...]) -> None:
    assert call("ladder", *words, "-r", moot).code == 2


@pytest.mark.parametrize(
    ("need", "said"),
    [
        ('act = "authored"\nleast = 2', "commits written: 2 or more."),
        ('act = "authored"\nleast = 2\nmonths = 12', "commits written: 2 or more (months looked at: 12)."),
        ('act = "authored"', "commits written: no number is set."),
        ('act = "authored"\nmonths = 12', "commits written: no number is set."),
        ('on = "first"\nmonths = 3', "Months since the first contribution: 3."),
        ('on = "first"', "Time since the first contribution: no number is set."),
        ('on = "guest"\nmonths = 3', "Months as guest: 3."),
        ('on = "guest"', "Time as guest: no number is set."),
        ("sponsors = 2", "Sponsors: 2."),
        ("sponsors = 2\norganisations = 2", "Sponsors: 2; organisations they are from: 2."),
        ('sponsors = 2\nroles = ["reviewer", "approver"]', "Sponsors: 2 (reviewer, approver)."),
        ('sponsors = 1\nroles = ["x"]\norganisations=1', "Sponsors: 1 (x); organisations they are from: 1."),
    ],
)  # fmt: skip
def test_every_kind_of_need_is_said_in_words(call: Call, tmp_path: Path, need: str, said: str) -> None:
    text = f'title = "T"\n[[rung]]\nname = "guest"\n[[rung]]\nname = "friend"\n[[rung.need]]\n{need}\n'
    (tmp_path / "mine.toml").write_text(text)
    assert call("ladder", "--ladder", tmp_path / "mine.toml").out.splitlines() == [
        "T", "", "guest", "", "friend", f"  - {said}",
    ]  # fmt: skip
    document = json.loads(call("ladder", "--ladder", tmp_path / "mine.toml", "--format", "json").out)
    assert [rung["needs"] for rung in document["rungs"]] == [[], [said]]


def test_a_ladder_names_its_source_where_it_has_one(call: Call, tmp_path: Path) -> None:
    text = 'title = "T"\nsource = "https://moot.example/ladder"\n[[rung]]\nname = "friend"\n'
    (tmp_path / "mine.toml").write_text(text)
    answer = call("ladder", "--ladder", tmp_path / "mine.toml")
    assert answer.out.splitlines()[0] == "T (https://moot.example/ladder)"
    assert "folkmoot ladder YOUR-ACCOUNT" in answer.err
