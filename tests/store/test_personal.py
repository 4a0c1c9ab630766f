"""Who is meant by a word, and everything that points to them."""

from __future__ import annotations

from pathlib import Path

import pytest

from folkmoot.model.errors import UsageError
from folkmoot.store.database import Connection
from folkmoot.store.people import resolve_people
from folkmoot.store.personal import SOMEBODY, alone, everybody, held, matching
from fresh_store import fresh_store

PLACE = Path("x.duckdb")


@pytest.fixture
def store() -> Connection:
    connection = fresh_store()
    run = connection.execute
    run("insert into identity values (1, 'git', 'Ada Lovelace', 'ada@x.example')")
    run("insert into identity values (2, 'git', 'Ada Lovelace', 'ada@y.example')")
    run("insert into identity values (3, 'git', 'Bob Babbage', 'bob@x.example')")
    run("insert into identity values (4, 'forge.test', 'lady', 'lady@users.noreply.forge.test')")
    run("insert into account values (4, 'forge.test', 'Lady', 0)")
    run("insert into commit_fact values (1, 1, 's', 1, 3, 9, 0, 9, 0, 1, 0, 'Mine')")
    run("insert into commit_fact values (2, 1, 't', 3, 3, 9, 0, 9, 0, 1, 0, 'Thank Ada Lovelace')")
    run("insert into commit_fact values (3, 1, 'u', 3, 3, 9, 0, 9, 0, 1, 0, 'Other')")
    resolve_people(connection)
    return connection


@pytest.mark.parametrize(
    ("text", "persons"),
    [("ada@y.example", [1]), ("ADA lovelace", [1]), ("@lady", [4]), ("x.example", [1, 3]), ("nobody", [])],
)
def test_somebody_is_found_by_what_they_are_called(store: Connection, text: str, persons: list[int]) -> None:
    assert [one.person for one in matching(store, text)] == persons


def test_every_row_that_points_to_them_is_given(store: Connection) -> None:
    (ada,) = matching(store, "ada@x.example")
    told = held(store, PLACE, ada, alone(ada))
    assert [row["identity"] for row in told["tables"]["identity"]] == [1, 2]
    assert [row["sha"] for row in told["tables"]["commit_fact"]] == ["s"]
    assert told["texts_that_name_them"] == {"commit_fact.subject": ["Thank Ada Lovelace"]}
    assert told["person"] == {"number": 1, "name": "Ada Lovelace"}


def test_what_committed_is_theirs_too(store: Connection) -> None:
    (bob,) = matching(store, "bob@x.example")
    told = held(store, PLACE, bob, alone(bob))
    assert {row["sha"] for row in told["tables"]["commit_fact"]} == {"s", "t", "u"}


def test_an_objection_covers_every_name(store: Connection) -> None:
    (lady,) = matching(store, "@lady")
    assert "forge.test/Lady" in lady.words()
    assert "lady@users.noreply.forge.test" in lady.words()


def test_somebody_is_called_by_other_words_too(store: Connection) -> None:
    (ada,) = matching(store, "ada@x.example")
    more = ada.called(["@countess", "ada@new.example", "Ada King"])
    assert {"@countess", "ada@new.example", "Ada King", "ada@x.example"} <= set(more.words())
    assert alone(more).scrub("Thank @countess and Ada King") == "Thank (erased) and (erased)"


@pytest.mark.parametrize("word", ["Ada", "", "@", "@@", "  "])
def test_a_word_that_many_are_called_by_is_refused(store: Connection, word: str) -> None:
    (ada,) = matching(store, "ada@x.example")
    with pytest.raises(UsageError, match="may mean many people"):
        ada.called([word])


def test_nobody_of_a_store_is_named_but_programs_are(store: Connection) -> None:
    store.execute("insert into identity values (5, 'git', 'helper[bot]', 'helper@bots.example')")
    resolve_people(store)
    said = everybody(store).scrub("Ada Lovelace, bob@x.example and @lady thank helper@bots.example")
    assert said == f"{SOMEBODY}, {SOMEBODY} and {SOMEBODY} thank helper@bots.example"
