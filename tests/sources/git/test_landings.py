"""What each commit changed among chosen files, and the trunk of a history."""

from pathlib import Path

import pytest

from folkmoot.model.errors import SourceError
from folkmoot.sources.git.command import Git
from folkmoot.sources.git.landings import Landing, landings, trunk, trunk_touching
from sources.git.repositories import ADA, BOB, DAY, START, Repository


def read(made: Repository) -> list[Landing]:
    return list(landings(Git(made.place), made.head, lambda path: path.endswith(".md")))


def test_only_chosen_files_are_told_with_their_contents(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    made.commit(ADA, files={"a.md": "1", "b.txt": "1"})
    made.commit(BOB, files={"a.md": "2", "b.txt": None})
    made.commit(BOB, files={"a.md": None})
    one, two = made.blob("1"), made.blob("2")
    assert [[tuple(change) for change in commit.changes] for commit in read(made)] == [
        [("a.md", two, "")],
        [("a.md", one, two)],
        [("a.md", "", one)],
    ]


def test_a_commit_has_its_author_and_times(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    sha = made.commit(ADA, files={"a.md": "1"}, committer=BOB, committed_at=START + DAY)
    (found,) = read(made)
    assert (found.sha, found.parents, found.author, found.email) == (sha, (), "Ada", "ada@example.org")
    assert (found.authored_at, found.committed_at) == (START, START + DAY)


def test_a_merge_is_compared_with_its_first_parent(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    first = made.commit(files={"a.md": "1"})
    topic = made.commit(files={"b.md": "2"}, parents=[first], branch="topic")
    made.commit(message="Merge\n", parents=[first, topic])
    assert [[change.path for change in commit.changes] for commit in read(made)] == [
        ["b.md"],
        ["b.md"],
        ["a.md"],
    ]


def test_the_trunk_is_what_first_parents_lead_along(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    first = made.commit(files={"a.md": "1"})
    topic = made.commit(files={"b.md": "2"}, parents=[first], branch="topic")
    merge = made.commit(message="Merge\n", parents=[first, topic])
    assert [commit.sha for commit in trunk(read(made), merge)] == [first, merge]


def test_odd_names_of_files_and_people_are_read(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    made.commit(b"\x01\xff Ada\x02 <>", files={"a\nb.md": "1", b"\xff.md": "2", ":1 2 3.md": "3"})
    (found,) = read(made)
    assert sorted(change.path for change in found.changes) == [":1 2 3.md", "a\ufffdb.md", "ÿ.md"]


def test_an_unknown_tip_is_an_error(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    made.head = "1" * 40
    with pytest.raises(SourceError):
        read(made)


def test_git_may_be_asked_for_the_trunk_alone(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    first = made.commit(files={"a.md": "1"})
    topic = made.commit(files={"b.md": "2"}, parents=[first], branch="topic")
    merge = made.commit(message="Merge\n", parents=[first, topic])
    opened = Git(made.place)
    everything = list(landings(opened, merge, bool))
    alone = list(landings(opened, merge, bool, only_trunk=True))
    assert [commit.sha for commit in alone] == [merge, first]
    assert trunk(alone, merge) == trunk(everything, merge)


def test_a_submodule_is_no_file_whose_contents_could_be_read(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    first = made.commit(files={"part.md": "1"})
    made.files[b"part.md"] = ("160000", first)
    made.commit()
    made.files[b"part.md"] = ("160000", made.head)
    made.commit()
    made.commit(files={"part.md": "2"})
    told = [[tuple(change) for change in commit.changes] for commit in read(made)]
    one, two = made.blob("1"), made.blob("2")
    assert told == [
        [("part.md", "", two)],
        [("part.md", "", "")],
        [("part.md", one, "")],
        [("part.md", "", one)],
    ]


def test_of_a_trunk_only_what_touched_a_chosen_file_is_held_and_where_it_begins(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    first = made.commit(files={"b.txt": "1"})
    second = made.commit(files={"a.md": "1"}, at=START - DAY)
    topic = made.commit(files={"b.md": "2"}, parents=[second], branch="topic")
    merge = made.commit(message="Merge\n", parents=[second, topic])
    made.commit(files={"b.txt": "2"})
    touching, start = trunk_touching(Git(made.place), made.head, lambda path: path.endswith(".md"))
    assert ([commit.sha for commit in touching], start) == ([second, merge], first)
