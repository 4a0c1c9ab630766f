"""Changes that one commit holds as a whole: the same files, and the same lines of them."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import pytest

from folkmoot.sources.git.command import Git
from folkmoot.sources.git.squashed import MOST_FILES, Branch, same_work
from sources.git.repositories import BOB, Repository

TEXT = "".join(f"{number}\n" for number in range(40))
LATER = TEXT.replace("39\n", "thirty-nine\n")
CHANGED, BOTH = TEXT.replace("3\n", "three\n", 1), LATER.replace("3\n", "three\n", 1)


@pytest.fixture
def made(tmp_path: Path) -> Repository:
    """One file, and a branch of two commits that changes one of its first lines."""
    made = Repository.create(tmp_path / "r")
    made.commit(files={"a": TEXT})
    return made


def proposed(made: Repository, *texts: str, path: str = "a") -> tuple[str, str]:
    """Give the head of a branch that changes a file again and again, and where it left."""
    base, files = made.head, made.files.copy()
    head, parents = "", [base]
    for text in texts:
        head = made.commit(BOB, "Propose\n", {path: text}, parents=parents, branch="")
        parents = [head]
    made.files, made.head = files, base
    return head, base


def test_the_same_files_before_and_after_are_the_same_work(made: Repository) -> None:
    head, base = proposed(made, "nothing\n", CHANGED)
    other = made.commit(files={"b": "1\n"})
    one = made.commit(files={"a": CHANGED})
    found = same_work(Git(made.place), [Branch(head, base, [other, one])])
    assert found == {head: [one]}


def test_the_same_lines_are_where_something_else_had_changed_meanwhile(made: Repository) -> None:
    head, base = proposed(made, CHANGED)
    other = made.commit(files={"a": LATER})
    one = made.commit(files={"a": BOTH})
    found = same_work(Git(made.place), [Branch(head, base, [other, one])])
    assert found == {head: [one]}


def test_a_line_more_or_a_file_more_is_other_work(made: Repository) -> None:
    head, base = proposed(made, CHANGED)
    made.commit(files={"a": LATER})
    more = made.commit(files={"a": BOTH.replace("9\n", "nine\n", 1)})
    made.commit(files={"a": LATER})
    another = made.commit(files={"a": BOTH, "b": "1\n"})
    assert same_work(Git(made.place), [Branch(head, base, [more, another])]) == {}


def test_only_what_may_be_it_is_held_against_a_branch(made: Repository) -> None:
    head, base = proposed(made, CHANGED)
    made.commit(files={"a": CHANGED})
    assert same_work(Git(made.place), [Branch(head, base, [])]) == {}
    assert same_work(Git(made.place), []) == {}


def test_a_branch_that_changes_nothing_is_the_same_as_nothing(made: Repository) -> None:
    head, base = proposed(made, CHANGED, TEXT)
    nothing = made.commit(message="Trigger the build\n")
    assert same_work(Git(made.place), [Branch(head, base, [nothing])]) == {}


def test_a_commit_that_changes_nothing_is_no_branch_s_work(made: Repository) -> None:
    head, base = proposed(made, CHANGED)
    nothing = made.commit(message="Trigger the build\n")
    one = made.commit(files={"a": CHANGED})
    assert same_work(Git(made.place), [Branch(head, base, [nothing, one])]) == {head: [one]}


def test_a_branch_that_merged_the_main_line_is_held_against_the_newest_of_it(made: Repository) -> None:
    early, _ = proposed(made, CHANGED)
    base = made.commit(files={"a": LATER})
    head = made.commit(BOB, "Merge\n", {"a": BOTH}, parents=[early, base], branch="")
    made.files[b"a"], made.head = ("100644", made.blob(LATER)), base
    one = made.commit(files={"a": BOTH})
    assert same_work(Git(made.place), [Branch(head, base, [one])]) == {head: [one]}


def test_without_contents_files_are_compared_by_their_ids_alone(made: Repository) -> None:
    head, base = proposed(made, CHANGED)
    twin, _ = proposed(made, LATER)
    made.commit(files={"a": LATER})
    one = made.commit(files={"a": BOTH})
    made.commit(files={"a": TEXT})
    other = made.commit(files={"a": LATER})
    blob = made.blob(BOTH)
    (made.place / "objects" / blob[:2] / blob[2:]).unlink()
    found = same_work(Git(made.place), [Branch(head, base, [one]), Branch(twin, base, [other])])
    assert found == {twin: [other]}


def test_where_one_content_is_not_here_the_lines_of_others_are_compared(made: Repository) -> None:
    """Of the one commit the file before it is here, and the one after it is not."""
    made.commit(files={"b": f"b\n{TEXT}"})
    lacking, base = proposed(made, CHANGED)
    head, _ = proposed(made, f"b\n{CHANGED}", path="b")
    made.commit(files={"a": LATER, "b": f"b\n{LATER}"})
    one, other = made.commit(files={"a": BOTH}), made.commit(files={"b": f"b\n{BOTH}"})
    branches = [Branch(lacking, base, [one]), Branch(head, base, [other])]
    assert same_work(Git(made.place), branches) == {lacking: [one], head: [other]}
    blob = made.blob(BOTH)
    (made.place / "objects" / blob[:2] / blob[2:]).unlink()
    assert same_work(Git(made.place), branches) == {head: [other]}


def test_lines_of_very_many_files_are_not_compared(made: Repository) -> None:
    many = {f"f{number}": TEXT for number in range(MOST_FILES + 1)}
    base = made.commit(files=many)
    head = made.commit(BOB, "All\n", dict.fromkeys(many, CHANGED), parents=[base], branch="")
    made.head = base
    made.commit(files={**many, "f0": LATER})
    one = made.commit(files={**dict.fromkeys(many, CHANGED), "f0": BOTH})
    assert same_work(Git(made.place), [Branch(head, base, [one])]) == {}


def test_without_folders_nothing_is_compared(made: Repository) -> None:
    head, base = proposed(made, CHANGED)
    one = made.commit(files={"a": CHANGED})
    tree = made.run("rev-parse", f"{head}^{{tree}}")
    (made.place / "objects" / tree[:2] / tree[2:]).unlink()
    assert same_work(Git(made.place), [Branch(head, base, [one])]) == {}


def test_too_much_to_hold_is_not_compared(made: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    head, base = proposed(made, CHANGED)
    made.commit(files={"a": LATER})
    one = made.commit(files={"a": BOTH})
    monkeypatch.setattr("folkmoot.sources.git.command.HELD_OUTPUT", 400)
    assert same_work(Git(made.place), [Branch(head, base, [one])]) == {}


def test_git_is_not_asked_of_commits_that_are_known_to_change_other_files(made: Repository) -> None:
    head, base = proposed(made, CHANGED)
    one = made.commit(files={"a": CHANGED})
    asked = list[str]()

    def touched(commits: Collection[str]) -> dict[str, set[str]]:
        asked.extend(commits)
        return {one: {"b"}}

    branches = [Branch(head, base, [one])]
    assert same_work(Git(made.place), branches, touched) == {}
    assert same_work(Git(made.place), branches, lambda _: {one: {"a"}}) == {head: [one]}
    assert asked == [one]
