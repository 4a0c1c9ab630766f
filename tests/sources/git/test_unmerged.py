"""What only branches hold is read once: beside everything else, or begun before everything else."""

from pathlib import Path

import pytest

from folkmoot.sources.git.repository import Options, open_repository
from folkmoot.sources.git.unmerged import unmerged
from sources.git.repositories import BOB, Repository, small_history


@pytest.fixture
def made(tmp_path: Path) -> Repository:
    """The small history, a change that was never merged, and a branch of its own."""
    made = small_history(tmp_path / "r")
    tip = made.head
    made.ref("refs/pull/78/head", made.commit(BOB, "Proposed\n", {"a": "1\n"}, parents=[tip], branch=""))
    made.commit(BOB, "Backport\n", {"b": "1\n"}, parents=[tip], branch="release")
    return made


def own_of(made: Repository) -> set[str]:
    """Give what the default branch lacks."""
    return set(made.run("rev-list", "--all", "^refs/heads/main").split())


def test_what_branches_of_changes_and_others_hold_is_given(made: Repository) -> None:
    with open_repository(str(made.place)) as repository, unmerged(repository) as told:
        assert told is not None
        assert {sketch.sha for sketch in told()} == own_of(made)


def test_what_was_begun_before_is_gone_on_with_and_given_once(made: Repository) -> None:
    with open_repository(str(made.place)) as repository, repository.begun():
        begun = repository.beside
        assert begun is not None
        with unmerged(repository) as told:
            assert told is begun
            assert {sketch.sha for sketch in told()} == own_of(made)
        with unmerged(repository) as again:
            assert again is not begun
            assert again is not None
            assert {sketch.sha for sketch in again()} == own_of(made)
    assert repository.beside is None


def test_nothing_is_read_where_every_branch_is_the_history(made: Repository) -> None:
    with open_repository(str(made.place), Options(all_refs=True)) as repository, unmerged(repository) as told:
        assert told is None


def test_nothing_is_read_where_no_change_is_known(tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "r")
    made.commit()
    with open_repository(str(made.place)) as repository, unmerged(repository) as told:
        assert told is None
