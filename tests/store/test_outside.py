"""What commits outside the default branch tell, in stores filled from repositories built for it."""

from contextlib import nullcontext
from pathlib import Path

import pytest

from sources.git.repositories import ADA, BOB, CLEO, DAY, Repository
from store.stores import ask, bring, contents

DORA = "Dora <dora@example.org>"
TOLD = "select number, state, rule from change_fact where number > 70 order by number"
WHO = "select i.name from branch_author b join identity i using (identity) order by 1"


@pytest.fixture
def proposed(made: Repository) -> Repository:
    """The small history with a change 78 that was never merged; the default branch names numbers."""
    tip = made.head
    made.ref("refs/pull/78/head", made.commit(BOB, "Proposed\n", {"a": "1\n"}, parents=[tip], branch=""))
    made.commit(ADA, "Mend (#2)\n", {"c": "1\n"}, parents=[tip], branch="main")
    return made


def beside_and_after(made: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a store whose branches were read beside the history, equal to one that read them after it."""
    beside, after = tmp_path / "beside.duckdb", tmp_path / "after.duckdb"
    bring(beside, made.place)
    with monkeypatch.context() as patch:
        patch.setattr("folkmoot.store.sync.unmerged", lambda _: nullcontext())
        bring(after, made.place)
    assert contents(beside) == contents(after)
    return beside


def test_who_works_on_another_branch_proposed_nothing(
    proposed: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed.commit(DORA, "Backport\n", {"b": "1\n"}, branch="release")
    assert ask(beside_and_after(proposed, tmp_path, monkeypatch), WHO) == [("Bob",)]


def test_nor_did_they_where_no_commit_names_a_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = Repository.create(tmp_path / "quiet")
    begin = made.commit(ADA, "Begin\n")
    made.ref("refs/pull/78/head", made.commit(BOB, "Proposed\n", {"a": "1\n"}, branch=""))
    made.commit(DORA, "Mend (#78)\n", {"b": "1\n"}, parents=[begin], branch="release")
    store = beside_and_after(made, tmp_path, monkeypatch)
    assert ask(store, WHO) == [("Bob",)]
    assert ask(store, TOLD) == [(78, "unknown", "")]


def test_a_change_that_another_branch_holds_too_is_still_somebodys_work(
    proposed: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cleo's release begins where Bob's proposal ended, and Dora's proposal where Cleo's release did."""
    released = proposed.commit(
        CLEO, "Take it over\n", {"b": "1\n"}, parents=[ref(proposed, 78)], branch="release"
    )
    proposed.ref(
        "refs/pull/79/head", proposed.commit(DORA, "More\n", {"c": "1\n"}, parents=[released], branch="")
    )
    proposed.commit(ADA, "Only here\n", {"d": "1\n"}, parents=[released], branch="release")
    assert ask(beside_and_after(proposed, tmp_path, monkeypatch), WHO) == [("Bob",), ("Cleo",), ("Dora",)]


def ref(made: Repository, number: int) -> str:
    return made.run("rev-parse", f"refs/pull/{number}/head")


def test_changes_land_on_branches_that_hold_nothing_else(
    proposed: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed.commit(CLEO, "Mend (#78)\n", {"a": "1\n"}, at=proposed.at + DAY, branch="release")
    store = beside_and_after(proposed, tmp_path, monkeypatch)
    assert ask(store, TOLD) == [(78, "merged", "number on another branch")]


def test_branches_of_a_clone_that_knows_no_changes_propose_nothing(tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "plain")
    begin = made.commit(ADA, "Mend (#2)\n")
    made.commit(DORA, "Mend (#3)\n", {"b": "1\n"}, parents=[begin], branch="release")
    bring(tmp_path / "s.duckdb", made.place)
    assert ask(tmp_path / "s.duckdb", WHO) == []
    assert ask(tmp_path / "s.duckdb", "select number, rule from change_fact") == [
        (2, "number in the subject")
    ]
