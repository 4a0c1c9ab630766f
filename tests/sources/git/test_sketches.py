"""Commits of unmerged branches in short, held against the whole commits."""

import errno
from pathlib import Path

import pytest

from folkmoot.model.errors import SourceError
from folkmoot.sources.git.command import Git
from folkmoot.sources.git.history import Commit, commits
from folkmoot.sources.git.sketches import IN_MEMORY, PAGE, Sketch, Sketchbook, reachable, sketches
from folkmoot.sources.git.text import ident
from sources.git.repositories import ADA, BOB, CLEO, DAY, START, Repository, small_history

ELSEWHERE = "e" * 40
"""The tip of a default branch that is not here, so that nothing is of it."""


def whole(made: Repository) -> list[Commit]:
    return list(commits(Git(made.place), [made.head], []))


def sketched(made: Repository, tips: list[str] | None = None, trunk: str = ELSEWHERE) -> list[Sketch]:
    return list(sketches(Git(made.place), tips or [made.head], trunk))


@pytest.fixture
def made(tmp_path: Path) -> Repository:
    return Repository.create(tmp_path / "r")


def test_sketches_say_the_same_as_commits(tmp_path: Path) -> None:
    made = small_history(tmp_path / "r")
    full = {(c.sha, c.parents, c.author, c.authored_at, c.committed_at) for c in whole(made)}
    assert {tuple(sketch) for sketch in sketched(made)} == full


def test_a_sketch_tells_when_it_was_written_and_when_it_was_committed(made: Repository) -> None:
    made.commit(at=START, committed_at=START + DAY)
    assert [sketch[3:] for sketch in sketched(made)] == [(START, START + DAY)]


def test_sketches_leave_out_what_the_other_side_has(made: Repository) -> None:
    made.commit()
    shared = made.commit()
    at = 1_700_000_000
    own = made.commit(b"Bob <bob@example.org>", at=at, branch="side")
    assert sketched(made, [own], shared) == [Sketch(own, (shared,), b"Bob <bob@example.org>", at, at)]


def test_nothing_is_given_of_branches_that_were_merged(made: Repository) -> None:
    root = made.commit()
    side = made.commit(BOB, branch="side")
    made.commit(parents=[root, side])
    assert sketched(made, [side, root, made.head], made.head) == []


def test_nothing_is_asked_of_what_lies_before_all_branches(made: Repository) -> None:
    """The first commit of the default branch is not even there, and nobody notices."""
    first, base = made.commit(), [made.commit() for _ in range(50)][-1]
    tip = made.commit()
    own = made.commit(BOB, parents=[base], branch="side")
    (made.place / "objects" / first[:2] / first[2:]).unlink()
    assert [sketch.sha for sketch in sketched(made, [own], tip)] == [own]


def test_a_clock_that_goes_ahead_hides_nothing(made: Repository) -> None:
    """What was merged before its own date may be given, too; what was not merged always is."""
    root = made.commit(ADA, at=START)
    ahead = made.commit(BOB, at=START + 10 * DAY, branch="side")
    own = made.commit(CLEO, at=START + 11 * DAY, branch="other")
    tip = made.commit(ADA, at=START + DAY, parents=[root, ahead])
    found = {sketch.sha for sketch in sketched(made, [own], tip)}
    assert own in found
    assert found <= {own, ahead}


def test_a_clock_that_goes_behind_hides_nothing(made: Repository) -> None:
    made.commit(ADA, at=START)
    base = made.commit(ADA, at=START - 10 * DAY)
    tip = made.commit(ADA, at=START + 2 * DAY)
    own = made.commit(BOB, at=START - 20 * DAY, parents=[base], branch="side")
    assert [sketch.sha for sketch in sketched(made, [own], tip)] == [own]


@pytest.mark.parametrize(
    ("who", "headers", "expected"),
    [
        (b"Ren\xe9 <r@example.org>", b"encoding ISO-8859-1\n", "Ren\xe9 <r@example.org>"),
        (b"Ren\xe9 <r@example.org>", b"", None),
        (b"Ren\xc3\xa9 <r@example.org>", b"encoding nonsense\n", "Ren\xe9 <r@example.org>"),
        (b"Ada <a> b <c@example.org>", b"gpgsig x\n author Eve <eve@example.org> 7 +0000\n", None),
        (b"  Ada <>", b"", None),
        (b"<ada@example.org>", b"", None),
        (b"Ada <no-at>", b"", None),
        (b"Ada", b"", None),
        (b"", b"", None),
    ],
)  # fmt: skip
def test_a_sketch_names_the_author_as_the_whole_commit_does(
    made: Repository, who: bytes, headers: bytes, expected: str | None
) -> None:
    made.commit(who, headers=headers)
    (sketch,) = sketched(made)
    assert ident(sketch.author) == ident(whole(made)[0].author)
    if expected:
        assert sketch.author.decode() == expected


@pytest.mark.parametrize(
    ("at", "expected"), [("0", 0), ("99999999999", 99_999_999_999), ("?", 0), ("-1", -1), ("9" * 19, 0)]
)
def test_a_sketch_has_the_time_of_the_whole_commit(made: Repository, at: str, expected: int) -> None:
    made.commit(at=at)
    assert [sketch.authored_at for sketch in sketched(made)] == [expected] == [whole(made)[0].authored_at]


def test_odd_commits_keep_their_parents(made: Repository) -> None:
    first, odd = made.commit(), made.commit(at="?")
    last = made.commit(at=START)
    assert {(sketch.sha, sketch.parents) for sketch in sketched(made)} == {
        (first, ()), (odd, (first,)), (last, (odd,)),
    }  # fmt: skip


def test_ids_of_the_other_hash_are_read(tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "r", "--object-format=sha256")
    first, second = made.commit(), made.commit()
    assert [(one.sha, one.parents) for one in sketched(made, trunk="e" * 64)] == [
        (second, (first,)), (first, ()),
    ]  # fmt: skip


def test_tips_that_are_not_here_are_left_out(made: Repository) -> None:
    made.commit()
    assert [sketch.sha for sketch in sketched(made, [made.head, "1" * 40])] == [made.head]


def test_a_history_with_a_missing_commit_cannot_be_sketched(made: Repository) -> None:
    first = made.commit()
    made.commit()
    (made.place / "objects" / first[:2] / first[2:]).unlink()
    with pytest.raises(SourceError, match="git rev-list failed"):
        sketched(made)


def sketch(sha: str, *parents: str) -> Sketch:
    return Sketch(sha, parents, b"Ada <ada@example.org>", START, START)


def test_what_tips_lead_to() -> None:
    """B and C go on from A, D joins them, E goes on from C; what lies before A is not among them."""
    drawn = {
        one.sha: one
        for one in (
            sketch("a", "before"), sketch("b", "a"), sketch("c", "a"), sketch("d", "b", "c"), sketch("e", "c")
        )
    }  # fmt: skip
    assert reachable(drawn, ["d"]) == {"a", "b", "c", "d"}
    assert reachable(drawn, ["b", "e", "unknown"]) == {"a", "b", "c", "e"}
    assert reachable(drawn, []) == set()


@pytest.mark.parametrize("many", [0, 1, IN_MEMORY, IN_MEMORY + 1, IN_MEMORY + 2 * PAGE + 1])
def test_a_book_gives_what_it_was_filled_with(many: int) -> None:
    drawn = [
        Sketch(f"{n:040x}", (f"{n + 1:040x}",) * (n % 3), b"\xff <%d>" % n, n, n + 1) for n in range(many)
    ]
    with Sketchbook() as book:
        assert list(book.fill(iter(drawn))) == drawn
        assert all(type(one) is Sketch for one in book)


def test_a_book_that_nobody_filled_is_empty() -> None:
    with Sketchbook() as book:
        assert list(book) == []


def test_a_full_disk_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def write(self, _: bytes) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

        def close(self) -> None:
            """Nothing was open."""

    monkeypatch.setattr("folkmoot.sources.git.sketches.SpooledTemporaryFile", lambda **_: Full())
    drawn = (sketch(str(n)) for n in range(IN_MEMORY + 1))
    with Sketchbook() as book, pytest.raises(SourceError, match="No space left") as told:
        book.fill(drawn)
    assert "TMPDIR" in told.value.hint
