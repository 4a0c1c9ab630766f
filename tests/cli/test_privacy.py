"""`folkmoot privacy`, as the operator of a community calls it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from folkmoot.store.database import connect
from folkmoot.store.writer import writing
from sources.git.repositories import Repository

from .conftest import Call

SETTINGS = """
[privacy]
controller = "Engines e.V., 1 Example Street"
contact = "privacy@engines.example"
legal_basis = "legitimate interest, article 6(1)(f)"
[privacy.retention]
identifiers = 12
texts = 24
"""


@pytest.fixture
def store(call: Call, project: Repository, tmp_path: Path) -> Path:
    path = tmp_path / "s.duckdb"
    assert call("sync", project.place, "--store", path).code == 0
    return path


def test_everything_held_of_somebody_is_exported(call: Call, store: Path) -> None:
    answer = call("privacy", "export", "Bob", "--store", store)
    assert answer.code == 0, answer.err
    told = json.loads(answer.out)
    assert told["schema"] == "folkmoot-privacy-export-1"
    assert told["tables"]["identity"] == [
        {"identity": told["person"]["number"], "source": "git", "name": "Bob", "email": "bob@example.net"}
    ]
    assert {row["subject"] for row in told["tables"]["commit_fact"]} >= {"Improve", "Move it (#2)"}


def test_several_are_listed_and_nothing_is_said_of_them(call: Call, store: Path) -> None:
    answer = call("privacy", "export", "example", "--store", store)
    assert answer.code == 2
    assert answer.out == ""
    assert "Bob <bob@example.net>" in answer.err
    assert "people are meant" in answer.err


def test_nobody_is_said_to_be_nobody(call: Call, store: Path) -> None:
    answer = call("privacy", "export", "zelda@nowhere.example", "--store", store)
    assert answer.code == 2
    assert "Nobody" in answer.err


@pytest.mark.parametrize("what", ["erase", "object"])
def test_nobody_is_touched_unasked(call: Call, store: Path, what: str) -> None:
    before = store.read_bytes()
    answer = call("privacy", what, "Bob", "--store", store)
    assert answer.code == 2
    assert "--yes" in answer.err
    assert store.read_bytes() == before


def test_whoever_objects_is_counted_and_never_named(call: Call, store: Path, project: Repository) -> None:
    assert call("privacy", "object", "bob@example.net", "--yes", "--store", store).code == 0
    assert "bob" not in call("people", "list", project.place, "--store", store).out.casefold()
    with connect(store, read_only=True) as connection:
        assert connection.execute("select count(*) from persons").fetchone() == (3,)


def test_erasing_says_what_it_cannot_reach(call: Call, store: Path, project: Repository) -> None:
    answer = call("privacy", "erase", "Bob", "--yes", "--keep-clones", "--store", store)
    assert answer.code == 0
    assert "public history itself is not ours" in answer.err
    assert "clones hold the public history" in answer.err
    assert "Bob" not in call("people", "list", project.place, "--store", store).out


def test_a_login_no_source_told_of_is_erased_from_texts_too(
    call: Call, store: Path, project: Repository
) -> None:
    with writing(store) as connection:
        connection.execute("update commit_fact set subject = 'Thank @bobby' where subject = 'Improve'")
    answer = call(
        "privacy", "erase", "Bob", "--also", "@bobby", "--yes", "-r", project.place, "--store", store
    )
    assert answer.code == 0, answer.err
    with connect(store, read_only=True) as connection:
        told = {text for (text,) in connection.execute("select subject from commit_fact").fetchall()}
    assert "Thank (erased)" in told


def test_a_usual_word_is_no_name_to_erase_by(call: Call, store: Path, project: Repository) -> None:
    before = store.read_bytes()
    answer = call("privacy", "erase", "Bob", "--also", "the", "--yes", "-r", project.place, "--store", store)
    assert answer.code == 2
    assert "may mean many people" in answer.err
    assert store.read_bytes() == before


def test_periods_are_a_dry_run_unless_applied(call: Call, store: Path, own_folders: Path) -> None:
    config = own_folders / "folkmoot.toml"
    config.write_text(SETTINGS)
    dry = call("privacy", "retain", "--store", store)
    assert dry.code == 0, dry.err
    assert "identifiers  12 months    3 to go" in dry.out
    assert "Nothing was changed" in dry.err
    assert call("privacy", "retain", "--store", store, "--apply").code == 2  # nobody to be asked
    assert call("privacy", "retain", "--store", store, "--apply", "--yes").code == 0
    assert "identifiers  12 months    0 to go" in call("privacy", "retain", "--store", store).out
    with connect(store, read_only=True) as connection:
        assert connection.execute("select count(*) from persons").fetchone() == (3,)
        assert connection.execute("select distinct subject from commit_fact").fetchall() == [("",)]
    assert b"bob@example.net" not in store.read_bytes()


def test_whoever_comes_back_after_the_period_is_named_again(
    call: Call, store: Path, own_folders: Path, project: Repository
) -> None:
    (own_folders / "folkmoot.toml").write_text(SETTINGS)
    call("privacy", "retain", "--store", store, "--apply", "--yes")
    project.commit("Bob <bob@example.net>", "Back\n", {"b": "1\n"})
    call("sync", project.place, "--store", store)
    with connect(store, read_only=True) as connection:
        assert connection.execute("select count(*), max(name) from person where name = 'Bob'").fetchone() == (
            1, "Bob"
        )  # fmt: skip
        assert connection.execute("select count(*) from persons").fetchone() == (3,)


@pytest.mark.parametrize("what", [["notice"], ["record"], ["record", "--template", "balancing"],
                                  ["record", "--template", "dpia"]])  # fmt: skip
def test_what_is_not_configured_is_to_be_filled(call: Call, own_folders: Path, what: list[str]) -> None:
    bare = call("privacy", *what)
    assert bare.code == 0
    assert "[to be filled:" in bare.out
    (own_folders / "folkmoot.toml").write_text(SETTINGS)
    told = call("privacy", *what)
    assert "no legal advice" in told.out
    assert told.out != bare.out
