"""`folkmoot sync`: loading without reporting."""

from __future__ import annotations

from pathlib import Path

from folkmoot.store.database import connect, one
from sources.git.repositories import BOB, Repository

from .conftest import Call


def commits(store: Path) -> int:
    with connect(store, read_only=True) as connection:
        return int(one(connection, "select count(*) from commits")[0])


def test_loads_into_the_store_that_was_named(call: Call, project: Repository, tmp_path: Path) -> None:
    answer = call("sync", project.place, "--store", tmp_path / "a.duckdb")
    assert answer.code == 0
    assert answer.out == ""
    assert "6 new commits" in answer.err
    assert commits(tmp_path / "a.duckdb") == 6


def test_a_second_time_there_is_nothing_new(call: Call, project: Repository, tmp_path: Path) -> None:
    store = tmp_path / "a.duckdb"
    call("sync", project.place, "--store", store)
    before = store.stat().st_mtime_ns
    answer = call("sync", project.place, "--store", store)
    assert "nothing new" in answer.err
    assert store.stat().st_mtime_ns == before


def test_only_what_is_new_is_read(call: Call, project: Repository, tmp_path: Path) -> None:
    store = tmp_path / "a.duckdb"
    call("sync", project.place, "--store", store)
    project.commit(BOB, "More\n", {"y": "1"})
    assert "1 new commit." in call("sync", project.place, "--store", store).err
    assert commits(store) == 7


def test_without_a_store_the_same_one_is_found_again(call: Call, project: Repository) -> None:
    call("sync", project.place)
    assert "nothing new" in call("sync", project.place).err


def test_a_rewritten_history_is_told(call: Call, project: Repository, tmp_path: Path) -> None:
    store = tmp_path / "a.duckdb"
    call("sync", project.place, "--store", store)
    project.ref("refs/heads/main", project.run("rev-parse", "main~1"))
    project.run("pack-refs", "--all")
    answer = call("sync", project.place, "--store", store)
    assert "1 gone from a rewritten history" in answer.err
    assert commits(store) == 5


def test_a_file_that_is_no_store_is_refused(call: Call, project: Repository, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("not a database " * 1000)
    answer = call("sync", project.place, "--store", tmp_path / "notes.txt")
    assert answer.code == 2
    assert "hint:" in answer.err
    assert (tmp_path / "notes.txt").read_text().startswith("not a database")
