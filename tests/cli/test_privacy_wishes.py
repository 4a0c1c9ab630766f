"""Wishes of people whom a store names no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from folkmoot.store.database import connect
from sources.git.repositories import Repository

from .conftest import Call
from .test_privacy import SETTINGS


@pytest.fixture
def store(call: Call, project: Repository, tmp_path: Path) -> Path:
    path = tmp_path / "s.duckdb"
    assert call("sync", project.place, "--store", path).code == 0
    return path


@pytest.fixture
def let_go(call: Call, store: Path, own_folders: Path) -> Path:
    """Give a store that named three people once."""
    (own_folders / "folkmoot.toml").write_text(SETTINGS)
    assert call("privacy", "retain", "--store", store, "--apply", "--yes").code == 0
    return store


def names_in(store: Path) -> set[str]:
    with connect(store, read_only=True) as connection:
        return {name for (name,) in connection.execute("select name from person").fetchall()}


def test_whoever_was_let_go_can_still_be_erased_for_good(
    call: Call, let_go: Path, project: Repository
) -> None:
    answer = call("privacy", "erase", "Bob <bob@example.net>", "--yes", "--store", let_go)
    assert answer.code == 0, answer.err
    assert "of 3 people here" in answer.err
    assert "is read again, they stay out" in answer.err
    project.commit("Bob <bob@example.net>", "Back\n", {"b": "1\n"})
    project.commit("Ada <ada@example.org>", "Back\n", {"b": "2\n"})
    call("sync", project.place, "--store", let_go)
    assert "Ada" in names_in(let_go)
    assert "Bob" not in names_in(let_go)
    assert b"bob@example.net" not in let_go.read_bytes()


def test_whoever_was_let_go_can_still_object(call: Call, let_go: Path, project: Repository) -> None:
    answer = call("privacy", "object", "Bob <bob@example.net>", "--yes", "--store", let_go)
    assert answer.code == 0, answer.err
    assert "they are counted and not named: the list is" in answer.err
    project.commit("Bob <bob@example.net>", "Back\n", {"b": "1\n"})
    call("sync", project.place, "--store", let_go)
    assert "Bob" not in names_in(let_go)
    assert b"bob@example.net" not in let_go.read_bytes()


@pytest.mark.parametrize("what", ["erase", "object"])
@pytest.mark.parametrize(
    ("word", "said"), [("Bob", "may mean many people"), ("root@localhost", "is nobody's alone")]
)
def test_nothing_is_recorded_of_a_word_that_may_mean_many(
    call: Call, let_go: Path, what: str, word: str, said: str
) -> None:
    answer = call("privacy", what, word, "--yes", "--store", let_go)
    assert answer.code == 2
    assert said in answer.err
    assert "hint: write @login, an e-mail, a full name" in answer.err


@pytest.mark.parametrize("what", ["erase", "object"])
def test_where_nobody_was_let_go_a_name_nobody_has_is_a_mistake(call: Call, store: Path, what: str) -> None:
    answer = call("privacy", what, "bbo@example.net", "--yes", "--store", store)
    assert answer.code == 2
    assert "Nobody in the store is called" in answer.err


def test_nothing_is_exported_of_whoever_was_let_go(call: Call, let_go: Path) -> None:
    assert call("privacy", "export", "bob@example.net", "--store", let_go).code == 2
