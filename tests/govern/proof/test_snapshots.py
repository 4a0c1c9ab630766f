"""Snapshots out of a real git repository: merges, links and the line of first parents."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from folkmoot.govern.proof.fact import Level
from folkmoot.govern.proof.history import verify_history
from folkmoot.govern.proof.snapshots import Snapshot, beside, landings, read_snapshots
from folkmoot.sources.git.repository import open_repository
from govern.proof.community import Community, at, snapshot, whole_life
from sources.git.repositories import Repository


def stored(place: Path, life: Community) -> Repository:
    """Commit every snapshot of a life, with other work before, between and after."""
    made = Repository.create(place)
    made.commit(files={"README.md": "Hello\n"}, at=life.snapshots[0].when - 1)
    for moment in life.snapshots:
        there = {f".folkmoot/{path}": content for path, content in moment.files.items()}
        made.commit(files=there, at=moment.when)
        made.commit(files={"README.md": f"{moment.when}\n"}, at=moment.when + 1)
    return made


def read(place: Path) -> list[Snapshot]:
    with open_repository(str(place)) as opened:
        return read_snapshots(opened.git, opened.tip)


def violations(snapshots: list[Snapshot]) -> set[str]:
    return {fact.kind for fact in verify_history(snapshots) if fact.level is Level.VIOLATION}


def test_the_same_moments_come_out_of_git(tmp_path: Path) -> None:
    life = whole_life()
    stored(tmp_path / "r", life)
    found = read(tmp_path / "r")
    assert [dict(moment.files) for moment in found] == [dict(moment.files) for moment in life.snapshots]
    assert [moment.when for moment in found] == [moment.when for moment in life.snapshots]
    assert violations(found) == set()


def test_a_merge_that_lets_a_closed_decision_go(tmp_path: Path) -> None:
    made = stored(tmp_path / "r", whole_life())
    tip, first = made.head, made.run("rev-list", "--reverse", "main").split()[1]
    tree = made.run("rev-parse", f"{first}^{{tree}}")
    made.commit(parents=[first, tip], tree=tree)
    assert "deleted" in violations(read(tmp_path / "r"))


def test_the_whole_folder_removed(tmp_path: Path) -> None:
    made = stored(tmp_path / "r", whole_life())
    made.files = {name: entry for name, entry in made.files.items() if name == b"README.md"}
    made.commit()
    assert "deleted" in violations(read(tmp_path / "r"))


def test_a_link_in_place_of_a_file(tmp_path: Path) -> None:
    made = stored(tmp_path / "r", whole_life())
    made.files[b".folkmoot/people/ada.toml"] = ("120000", made.blob("../../secret"))
    made.commit()
    assert {"unreadable", "role"} <= violations(read(tmp_path / "r"))


def test_a_repository_without_decisions(tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "r")
    first = made.commit(files={"README.md": "Hello\n"})
    side = made.commit(files={"a": "1\n"}, parents=[first])
    made.commit(files={"b": "1\n"}, parents=[first])
    made.commit(parents=[made.head, side])
    assert read(tmp_path / "r") == []


def test_commits_beside_another_did_not_know_of_it() -> None:
    names = {"a": (), "b": ("a",), "c": ("a",), "d": ("c",), "e": ("b", "d"), "f": ("e",)}
    history = [snapshot(name, parents, at(0), {}) for name, parents in names.items()]
    assert beside(history, "b") == {"c", "d"}
    assert beside(history, "d") == {"b"}
    assert beside(history, "e") == frozenset()


def test_a_commit_landed_with_the_merge_that_brought_it() -> None:
    names = {"a": (), "b": ("a",), "c": ("b",), "e": ("a", "c"), "f": ("e",)}
    history = [
        replace(snapshot(name, parents, at(0), {}), is_published=name not in "bc")
        for name, parents in names.items()
    ]
    assert {name: one.commit for name, one in landings(history).items()} == {
        "a": "a", "b": "e", "c": "e", "e": "e", "f": "f",
    }  # fmt: skip
