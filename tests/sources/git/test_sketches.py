"""Commits of unmerged branches in short, held against the whole commits."""

from pathlib import Path

import pytest

from folkmoot.model.errors import SourceError
from folkmoot.sources.git import sketches as module
from folkmoot.sources.git.command import Git
from folkmoot.sources.git.history import Commit, commits
from folkmoot.sources.git.sketches import Sketch, sketches
from sources.git.repositories import Repository, small_history


def whole(made: Repository) -> list[Commit]:
    return list(commits(Git(made.place), [made.head], []))


@pytest.fixture
def made(tmp_path: Path) -> Repository:
    return Repository.create(tmp_path / "r")


def test_sketches_say_the_same_as_commits(tmp_path: Path) -> None:
    made = small_history(tmp_path / "r")
    full = {(c.sha, c.parents, c.author, c.committed_at) for c in whole(made)}
    assert {tuple(sketch) for sketch in sketches(Git(made.place), [made.head], [])} == full


def test_sketches_leave_out_what_the_other_side_has(made: Repository) -> None:
    made.commit()
    shared = made.commit()
    own = made.commit(b"Bob <bob@example.org>", at=1_700_000_000, branch="side")
    assert list(sketches(Git(made.place), [own], [shared])) == [
        Sketch(own, (shared,), b"Bob <bob@example.org>", 1_700_000_000)
    ]


def test_sketches_are_asked_for_in_portions(made: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "AT_ONCE", 2)
    ids = [made.commit() for _ in range(5)]
    assert [sketch.sha for sketch in sketches(Git(made.place), [made.head], [])] == ids[::-1]


@pytest.mark.parametrize(
    ("who", "headers", "expected"),
    [
        (b"Ren\xe9 <r@example.org>", b"encoding ISO-8859-1\n", "Ren\xe9 <r@example.org>"),
        (b"Ren\xc3\xa9 <r@example.org>", b"encoding nonsense\n", "Ren\xe9 <r@example.org>"),
        (b"Ada <a> b <c@example.org>", b"gpgsig x\n author Eve <eve@example.org> 7 +0000\n", None),
    ],
)  # fmt: skip
def test_a_sketch_names_the_author_as_the_whole_commit_does(
    made: Repository, who: bytes, headers: bytes, expected: str | None
) -> None:
    made.commit(who, headers=headers)
    (sketch,) = sketches(Git(made.place), [made.head], [])
    assert sketch.author.decode() == (expected or who.decode()) == whole(made)[0].author.decode()


@pytest.mark.parametrize(("at", "expected"), [("0", 0), ("99999999999", 99_999_999_999), ("?", 0)])
def test_a_sketch_has_the_time_of_the_whole_commit(made: Repository, at: str, expected: int) -> None:
    made.commit(at=at)
    assert [sketch.authored_at for sketch in sketches(Git(made.place), [made.head], [])] == [expected]


def test_tips_that_are_not_here_are_left_out(made: Repository) -> None:
    made.commit()
    assert [sketch.sha for sketch in sketches(Git(made.place), [made.head, "1" * 40], ["2" * 40])] == [
        made.head
    ]


def test_a_history_with_a_missing_commit_cannot_be_sketched(made: Repository) -> None:
    first = made.commit()
    made.commit()
    (made.place / "objects" / first[:2] / first[2:]).unlink()
    with pytest.raises(SourceError, match="git rev-list failed"):
        list(sketches(Git(made.place), [made.head], []))
