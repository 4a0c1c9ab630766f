"""For how long a vote can have been open, by the commits of its change."""

from __future__ import annotations

from pathlib import Path

import pytest

from govern.audit.moot import Moot, vote
from sources.git.repositories import DAY, START

OPEN, DONE = vote("Dora as Reviewer"), vote("Dora as Reviewer", "ada (binding)", "bob (binding)")


def longest(moot: Moot) -> int | None:
    with moot.practice() as practice:
        return practice.votes[0].longest


@pytest.fixture
def moot(tmp_path: Path) -> Moot:
    return Moot.create(tmp_path)


def held(moot: Moot, hours: int) -> list[str]:
    """Write a vote on a branch of its own, and its result some hours later; give the trunk and its head."""
    trunk = moot.made.head
    moot.made.commit(files={"votes/1.md": OPEN}, at=START + 9 * DAY, branch="topic")
    moot.made.commit(files={"votes/1.md": DONE}, at=START + 9 * DAY + hours * 3600, branch="topic")
    return [trunk, moot.made.head]


def test_a_merge_shows_when_the_text_was_first_there(moot: Moot) -> None:
    moot.made.commit(message="Merge it", parents=held(moot, 10), at=START + 9 * DAY + 50 * 3600)
    assert longest(moot) == 50 * 3600


def test_a_squashed_change_shows_it_by_the_head_that_the_forge_keeps(moot: Moot) -> None:
    trunk, head = held(moot, 10)
    moot.made.ref("refs/pull/7/head", head)
    moot.made.commit(message="Vote on Dora (#7)", parents=[trunk], at=START + 9 * DAY + 20 * 3600)
    assert longest(moot) == 20 * 3600


def test_an_older_name_of_the_record_counts_too(moot: Moot) -> None:
    trunk = moot.made.head
    moot.made.commit(files={"votes/0.md": OPEN}, at=START + 2 * DAY, branch="topic")
    moot.made.commit(files={"votes/0.md": None, "votes/1.md": DONE}, at=START + 4 * DAY, branch="topic")
    moot.made.commit(parents=[trunk, moot.made.head], at=START + 5 * DAY)
    assert longest(moot) == 3 * DAY


@pytest.mark.parametrize("message", ["Vote on Dora (#7)", "Vote on Dora", "#7"])
def test_without_the_commits_of_the_change_nothing_is_said(moot: Moot, message: str) -> None:
    trunk, _ = held(moot, 10)
    moot.made.commit(message=message, parents=[trunk])
    assert longest(moot) is None


def test_a_vote_without_result_has_no_end(moot: Moot) -> None:
    trunk = moot.made.head
    moot.made.commit(files={"votes/1.md": OPEN}, branch="topic")
    moot.made.commit(parents=[trunk, moot.made.head])
    assert longest(moot) is None
