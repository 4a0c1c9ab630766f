"""New commits become rows: everybody counts, every path once, nothing twice."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from folkmoot.sources.git.history import Commit
from folkmoot.sources.git.repository import open_repository
from folkmoot.store.intake import Intake, lacks_trees
from sources.git.repositories import ADA, BOB, Repository, small_history
from store.stores import ask, bring, value


@pytest.fixture
def made(tmp_path: Path) -> Repository:
    return Repository.create(tmp_path / "r")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "s.duckdb"


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        (b"Ada <>", ("Ada", "")),
        (b" <>", ("", "")),
        (b"<ada@example.org>", ("", "ada@example.org")),
        (b"Ada <ada>", ("Ada", "ada")),
        (b"Ren\xe9 <rene@example.org>", ("René", "rene@example.org")),
        (b"A <b> C <d@example.org>", ("A", "b")),
    ],
)
def test_everybody_counts_however_they_sign(
    made: Repository, store: Path, who: bytes, expected: tuple[str, str]
) -> None:
    made.commit(who, files={"a": "1\n"})
    bring(store, made.place)
    assert ask(store, "select name, email from identity") == [expected]
    assert value(store, "select count(*) from commits") == 1


def test_a_trailer_that_names_nobody_is_none(made: Repository, store: Path) -> None:
    made.commit(ADA, "Work\n\nReviewed-by: <>\nReviewed-by: Bob <bob@example.net>\n")
    bring(store, made.place)
    assert ask(store, "select i.name from trailer_fact t join identity i using (identity)") == [("Bob",)]


def test_paths_that_read_alike_are_one_touch(made: Repository, store: Path) -> None:
    """Two names whose bytes are no text and look the same once decoded."""
    made.commit(files={b"x\x81": "1\n", b"x\x8d": "1\n2\n"})
    bring(store, made.place)
    assert value(store, "select count(*) from touch_fact") == 1
    assert ask(store, "select added from line_fact") == [(3,)]


def test_a_parent_named_twice_is_one_parent(made: Repository, store: Path) -> None:
    first = made.commit(ADA)
    made.commit(BOB, parents=[first, first])
    bring(store, made.place)
    assert ask(store, "select ordinal from parent_fact") == [(0,)]


def test_the_subject_is_kept_and_the_body_is_not(made: Repository, store: Path) -> None:
    made.commit(message="Title\n\nA very private remark\n")
    bring(store, made.place)
    assert ask(store, "select subject from commit_fact") == [("Title",)]
    assert b"private remark" not in store.read_bytes()


def test_nothing_is_remembered_once_all_is_taken(
    tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The gits that count lines next need the room."""
    used: list[Intake] = []

    class Kept(Intake):
        def take_all(self, found: Iterable[Commit]) -> None:
            used.append(self)
            super().take_all(found)
            assert self.read

    monkeypatch.setattr("folkmoot.store.intake.Intake", Kept)
    bring(store, small_history(tmp_path / "r").place)
    assert used
    assert not any((*intake.read, *intake._people, *intake._touched.paths) for intake in used)


def test_missing_trees_are_told_from_whole_ones(tmp_path: Path) -> None:
    made = small_history(tmp_path / "r")
    place = made.clone(tmp_path / "c", "--bare", "--filter=tree:0")
    for folder, expected in ((made.place, False), (place, True)):
        with open_repository(str(folder)) as opened:
            assert lacks_trees(opened, [made.head]) is expected
