"""The files of an earlier day."""

from pathlib import Path

import pytest

from folkmoot.sources.git.earlier import tree_at
from folkmoot.sources.git.repository import Options, open_repository
from sources.git.repositories import ADA, START, Repository

DAY = 86_400


@pytest.fixture
def made(tmp_path: Path) -> Repository:
    """A file a week: a.md, then b.md on a branch that is merged in the week after, with c.md."""
    made = Repository.create(tmp_path / "r")
    first = made.commit(files={"a.md": "a\n"}, at=START)
    made.commit(ADA, "Try\n", {"b.md": "b\n"}, branch="topic", parents=[first], at=START + 7 * DAY)
    topic = made.head
    made.commit(ADA, "Merge\n", {"c.md": "c\n"}, parents=[first, topic], at=START + 14 * DAY)
    return made


@pytest.mark.parametrize(
    ("days", "paths"),
    [
        (-1, []),
        (0, ["a.md"]),
        (8, ["a.md"]),
        (13, ["a.md"]),
        (14, ["a.md", "b.md", "c.md"]),
        (99, ["a.md", "b.md", "c.md"]),
    ],
)
def test_files_are_those_the_branch_had_then(made: Repository, days: int, paths: list[str]) -> None:
    with open_repository(str(made.place), Options()) as opened:
        assert tree_at(opened, START + days * DAY).paths() == paths


def test_today_is_the_tree_that_was_read_already(made: Repository) -> None:
    with open_repository(str(made.place), Options()) as opened:
        assert tree_at(opened, START + 14 * DAY) is opened.tree


def test_a_repository_without_commits_has_no_files_at_any_time(tmp_path: Path) -> None:
    empty = Repository.create(tmp_path / "e")
    with open_repository(str(empty.place), Options()) as opened:
        assert tree_at(opened, START).paths() == []


def test_before_the_first_parents_began_the_files_are_those_of_the_history_that_was_merged(
    tmp_path: Path,
) -> None:
    made = Repository.create(tmp_path / "s")
    made.commit(files={"LICENSE": "MIT\n"}, at=START)
    old = made.head
    made.files = {}
    made.commit(files={"README.md": "New\n"}, parents=[], at=START + 30 * DAY)
    made.commit(ADA, "Merge\n", {"LICENSE": "MIT\n"}, parents=[made.head, old], at=START + 31 * DAY)
    with open_repository(str(made.place), Options()) as opened:
        assert tree_at(opened, START + DAY).paths() == ["LICENSE"]
