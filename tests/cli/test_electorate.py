"""`folkmoot electorate`: made, published, and made again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sources.git.repositories import ADA, BOB, Repository

if TYPE_CHECKING:
    from cli.conftest import Call


@pytest.fixture
def made(call: Call, tmp_path: Path) -> Repository:
    """Give a synced repository with two commits of Ada, one of Bob and one of a program."""
    repository = Repository.create(tmp_path / "moot")
    for who in (ADA, ADA, BOB, "renovate[bot] <bot@renovateapp.com>"):
        repository.commit(who, files={"a": f"{who}{repository.at}"})
    assert call("sync", repository.place).code == 0
    return repository


RULE = ("--least", 2, "--until", "2023-12-31")


def test_the_roll_says_rule_people_commit_and_hash(call: Call, made: Repository) -> None:
    answer = call("electorate", made.place, *RULE)
    assert answer.code == 0
    assert answer.out.startswith("Who may vote: 2 or more from 2023-01-01 to 2023-12-31")
    assert made.head[:12] in answer.out
    assert "By name, 1 in all:\n\n  Ada\n\nsha256:" in answer.out
    assert "Only git was counted" in answer.err


def test_a_published_roll_is_made_again(call: Call, made: Repository, tmp_path: Path) -> None:
    file = tmp_path / ".folkmoot" / "electorates" / "steering.toml"
    digest = json.loads(call("electorate", made.place, *RULE, "--write", file, "--format", "json").out)[
        "digest"
    ]
    assert digest in file.read_text()
    same = call("electorate", made.place, "--verify", file)
    assert (same.code, same.out.startswith("The same list (1)")) == (0, True)
    made.commit(BOB, files={"b": "later"})
    call("sync", made.place)
    assert call("electorate", made.place, "--verify", file).code == 0


def test_a_place_that_takes_no_file_is_told(call: Call, made: Repository, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    answer = call("electorate", made.place, *RULE, "--write", tmp_path / "file" / "roll.toml")
    assert answer.code == 2
    assert "roll.toml cannot be written: " in answer.err


def test_a_changed_roll_is_exit_code_one_and_named(call: Call, made: Repository, tmp_path: Path) -> None:
    file = tmp_path / "roll.toml"
    call("electorate", made.place, *RULE, "--write", file)
    file.write_text(file.read_text().replace('"Ada"', '"Ada",\n    "Bob"'))
    answer = call("electorate", made.place, "--verify", file)
    assert answer.code == 1
    assert "Bob: in the file, and not when made again." in answer.out
    assert (
        json.loads(call("electorate", made.place, "--verify", file, "--format", "json").out)["same"] is False
    )


def test_who_was_added_is_marked(call: Call, made: Repository) -> None:
    assert "  zoe  (added)" in call("electorate", made.place, *RULE, "--add", "zoe").out


@pytest.mark.parametrize("words", [("--act", "shouting"), ("--until", "2999-01-01"), ("--until", "soon")])
def test_what_makes_no_sense_is_a_usage_error(call: Call, made: Repository, words: tuple[str, ...]) -> None:
    assert call("electorate", made.place, *words).code == 2


def test_a_roll_brings_its_own_rule(call: Call, made: Repository, tmp_path: Path) -> None:
    file = tmp_path / "roll.toml"
    call("electorate", made.place, *RULE, "--write", file)
    assert call("electorate", made.place, "--verify", file, "--until", "2023-12-31").code == 2
