"""Changes that landed on branches of releases, in repositories built for it."""

from pathlib import Path

import pytest

from folkmoot.sources.git.elsewhere import BRANCH, landed_elsewhere, said_elsewhere, trunk_of
from folkmoot.sources.git.repository import Options, open_repository
from sources.git.repositories import DAY, START, Repository


@pytest.fixture
def built(tmp_path: Path) -> Repository:
    """A default branch with one commit."""
    made = Repository.create(tmp_path / "moot")
    made.commit(message="Begin\n")
    return made


def release(made: Repository, message: str, days: int, branch: str = "release-1", **more: list[str]) -> None:
    made.commit(message=message, at=START + days * DAY, branch=branch, **more)


def landed(made: Repository, *wanted: int) -> dict[int, int]:
    with open_repository(str(made.place), Options(offline=True, branch="main")) as opened:
        found = landed_elsewhere(opened.git, opened.references, opened.tip, set(wanted))
        return {number: one.at for number, one in found.items()}


def test_numbers_on_another_branch_tell_when_a_change_landed(built: Repository) -> None:
    release(built, "Mend the roof (#4) (#7)\n", 1)
    release(built, "Merge pull request #8 from bob/door\n\nA door\n", 2)
    release(built, "Tidy\n\nCloses #9\n", 3)
    assert landed(built, 4, 7, 8, 9) == {7: START + DAY, 8: START + 2 * DAY}


def test_only_what_is_asked_for_is_told(built: Repository) -> None:
    release(built, "Mend (#7)\n", 1)
    assert landed(built, 8) == {}
    assert landed(built) == {}


def test_what_is_said_can_be_asked_before_it_is_known_what_is_wanted(built: Repository) -> None:
    release(built, "Mend (#7)\n", 1)
    release(built, "Mend (#8)\n", 2)
    with open_repository(str(built.place), Options(offline=True, branch="main")) as opened:
        said = said_elsewhere(opened.git, opened.references, opened.tip)
        assert {number: one.at for number, one in said.items()} == landed(built, 7, 8)
        assert said[8] == (START + 2 * DAY, built.head)
        assert said_elsewhere(opened.git, opened.references, "") == {}


def test_the_first_of_several_branches_counts(built: Repository) -> None:
    begin = built.head
    release(built, "Mend (#7)\n", 5, "release-2")
    release(built, "Mend (#7)\n", 2, "release-1", parents=[begin])
    assert landed(built, 7) == {7: START + 2 * DAY}


def test_what_leads_to_a_landing_is_of_the_branch_and_not_of_the_change(built: Repository) -> None:
    """The branch holds A, a merge of B, and the landing; B came in by the merge, and C came after."""
    begin = built.head
    release(built, "A\n", 1)
    first = built.head
    release(built, "B\n", 2, branch="", parents=[begin])
    release(built, "Take B in\n", 3, parents=[first, built.head])
    merge = built.head
    release(built, "Mend (#7)\n", 4)
    landing = built.head
    release(built, "C\n", 5)
    with open_repository(str(built.place), Options(offline=True, branch="main")) as opened:
        said = said_elsewhere(opened.git, opened.references, opened.tip)
        assert set(trunk_of(opened.git, said.values(), opened.tip)) == {first, merge, landing}
        assert list(trunk_of(opened.git, [], opened.tip)) == []


def test_heads_of_changes_are_no_branches(built: Repository) -> None:
    release(built, "Mend (#7)\n", 1, branch="")
    built.ref("refs/pull/7/head", built.head)
    assert landed(built, 7) == {}


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
