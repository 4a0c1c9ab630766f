"""Changes that landed on branches of releases, in repositories built for it."""

from pathlib import Path

import pytest

from folkmoot.sources.git.command import Git
from folkmoot.sources.git.elsewhere import BRANCH, Landed, other_branches, said_elsewhere, trunk_of
from folkmoot.sources.git.sketches import sketches
from sources.git.repositories import DAY, START, Repository


@pytest.fixture
def built(tmp_path: Path) -> Repository:
    """A default branch with one commit."""
    made = Repository.create(tmp_path / "moot")
    made.commit(message="Begin\n")
    return made


def release(made: Repository, message: str, days: int = 1, **more: list[str]) -> str:
    return made.commit(message=message, at=START + days * DAY, branch="release-1", **more)


def said(made: Repository, *commits: str) -> dict[int, int]:
    return {number: one.at for number, one in said_elsewhere(Git(made.place), commits).items()}


def test_numbers_on_another_branch_tell_when_a_change_landed(built: Repository) -> None:
    mended = release(built, "Mend the roof (#4) (#7)\n", 1)
    merged = release(built, "Merge pull request #8 from bob/door\n\nA door\n", 2)
    closed = release(built, "Tidy\n\nCloses #9\n", 3)
    assert said(built, closed, merged, mended) == {7: START + DAY, 8: START + 2 * DAY}


def test_what_landed_names_its_commit(built: Repository) -> None:
    commit = release(built, "Mend (#7)\n", 2)
    assert said_elsewhere(Git(built.place), [commit]) == {7: Landed(START + 2 * DAY, commit)}


def test_the_first_time_counts(built: Repository) -> None:
    later = release(built, "Mend (#7)\n", 5)
    first = release(built, "Mend (#7)\n", 2)
    assert said(built, later, first) == said(built, first, later) == {7: START + 2 * DAY}


def test_a_number_in_another_encoding_is_read(built: Repository) -> None:
    commit = built.commit(message=b"Dach gef\xfcllt (#7)\n", headers=b"encoding ISO-8859-1\n", at=START)
    assert said(built, commit) == {7: START}


def test_what_is_not_here_says_nothing(built: Repository) -> None:
    assert said(built, "e" * 40) == said(built) == {}


def test_what_leads_to_a_landing_is_of_the_branch_and_not_of_the_change(built: Repository) -> None:
    """The branch holds A, a merge of B, and the landing; B came in by the merge, and C came after."""
    begin = built.head
    first = release(built, "A\n", 1)
    brought = built.commit(message="B\n", at=START + 2 * DAY, parents=[begin], branch="")
    merge = release(built, "Take B in\n", 3, parents=[first, brought])
    landing = release(built, "Mend (#7)\n", 4)
    last = release(built, "C\n", 5)
    here = {one.sha: one for one in sketches(Git(built.place), [last], begin)}
    assert here.keys() == {first, brought, merge, landing, last}
    assert trunk_of(here, [Landed(START, landing)]) == {first, merge, landing}
    assert trunk_of(here, []) == set()


def test_branches_are_told_from_heads_of_changes_and_from_the_default_branch() -> None:
    references = {
        "refs/heads/main": "a", "refs/remotes/origin/main": "a", "refs/remotes/origin/HEAD": "d",
        "refs/heads/release": "c", "refs/heads/same": "c", "refs/remotes/origin/next": "b",
        "refs/pull/7/head": "e", "refs/tags/v1": "f",
    }  # fmt: skip
    assert other_branches(references, "a") == ["b", "c"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("refs/heads/main", True), ("refs/remotes/origin/release/1.0", True),
        ("refs/remotes/origin/HEAD", False),
        ("refs/tags/v1", False), ("refs/pull/7/head", False),
    ],
)  # fmt: skip
def test_which_references_are_branches(name: str, expected: bool) -> None:
    assert (BRANCH.fullmatch(name) is not None) is expected
