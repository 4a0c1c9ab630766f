"""Which commit holds which, in clones that are there already."""

from __future__ import annotations

from pathlib import Path

import pytest

from folkmoot.sources.git import ancestry
from folkmoot.sources.git.ancestry import Ancestry

from .repositories import Repository

NAME = "example.org/ada/moot"


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    made = Repository.create(tmp_path / "made")
    place = tmp_path / "made" / ".git"
    monkeypatch.setattr(
        ancestry,
        "cache_of",
        lambda remote: (
            (place if place.exists() else tmp_path / "made")
            if remote.url == f"https://{NAME}.git"
            else tmp_path / "none"
        ),
    )
    return made


def test_an_older_commit_is_held_by_a_newer_one_and_not_the_other_way_round(made: Repository) -> None:
    older, newer = (made.commit(files={"a": text}) for text in ("1", "2"))
    told = Ancestry()
    assert told.contains(NAME, older, newer) is True
    assert told.contains(NAME, newer, older) is False
    assert told.contains(NAME, older, older) is True


def test_what_is_not_at_hand_is_not_known(made: Repository) -> None:
    commit = made.commit(files={"a": "1"})
    told = Ancestry()
    assert told.contains(NAME, "f" * 40, commit) is None
    assert told.contains("example.org/bob/other", commit, commit) is None
    assert told.contains("no/../where", commit, commit) is None


def test_no_more_than_so_many_questions_are_answered(
    made: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    older, newer = (made.commit(files={"a": text}) for text in ("1", "2"))
    monkeypatch.setattr(ancestry, "MOST_ASKED", 1)
    told = Ancestry()
    assert told.contains(NAME, older, newer) is True
    assert told.contains(NAME, newer, older) is None
    assert told.contains(NAME, older, newer) is True
