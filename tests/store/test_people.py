"""People in a store: identities read, persons written, decisions kept beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from folkmoot.model.errors import SourceError, StoreError
from folkmoot.people.decisions import Decision, write
from folkmoot.store.database import Connection, connect
from folkmoot.store.people import decisions_beside, decisions_path, identities, resolve_people, who_is_who
from folkmoot.store.writer import writing

ADA = ("Ada Lovelace", "ada@lovelace.example")
COUNTESS = ("Countess", "c@lovelace.example")


def fill(connection: Connection, *people: tuple[str, str]) -> None:
    for number, (name, email) in enumerate(people, start=1):
        connection.execute("insert into identity values (?, 'git', ?, ?)", [number, name, email])


def persons(connection: Connection) -> list[tuple[int, str]]:
    return connection.execute("select person, name from person order by person").fetchall()


def test_everybody_is_written_once_however_often_it_runs() -> None:
    with connect(None) as connection:
        fill(connection, ADA, COUNTESS, ("Ada Lovelace", "al@engine.example"))
        for _ in range(2):
            resolve_people(connection)
        assert persons(connection) == [(1, "Ada Lovelace"), (2, "Countess")]
        assert connection.execute("select count(*) from identity_person").fetchone() == (3,)


def test_the_mailmap_of_the_project_is_used() -> None:
    with connect(None) as connection:
        fill(connection, ADA, COUNTESS)
        assert len(who_is_who(connection).persons) == 2
        line = b"Ada Lovelace <ada@lovelace.example> <c@lovelace.example>"
        connection.execute("insert into document values (1, '.mailmap', ?)", [line])
        assert len(who_is_who(connection).persons) == 1
        assert persons(connection) == []


def test_two_projects_may_have_a_file_of_the_same_name() -> None:
    with connect(None) as connection:
        fill(connection, ADA, COUNTESS, ("Bob", "bob@babbage.example"), ("B", "b@babbage.example"))
        for project, emails in (
            (1, b'"ada@lovelace.example", "c@lovelace.example"'),
            (2, b'"bob@babbage.example", "b@babbage.example"'),
        ):
            connection.execute(
                "insert into document values (?, '.folkmoot/people/me.toml', ?)",
                [project, b"identities = [" + emails + b"]"],
            )
        assert len(who_is_who(connection).persons) == 2


def test_a_file_that_makes_no_sense_is_named() -> None:
    with connect(None) as connection:
        connection.execute("insert into document values (1, '.folkmoot/people/eve.toml', 'x'::blob)")
        with pytest.raises(SourceError, match=r"\.folkmoot/people/eve\.toml"):
            who_is_who(connection)


def test_decisions_beside_the_store_hold_while_writing_and_reading(tmp_path: Path) -> None:
    store = tmp_path / "x.duckdb"
    write(
        decisions_beside(store),
        [Decision("same", ("Ada Lovelace <ada@lovelace.example>", "Countess <c@lovelace.example>"))],
    )
    with writing(store) as connection:
        assert decisions_path(connection) == decisions_beside(store)
        fill(connection, ADA, COUNTESS)
        assert len(resolve_people(connection).persons) == 1
    with connect(store, read_only=True) as connection:
        assert decisions_path(connection) == decisions_beside(store)
        assert persons(connection) == [(1, "Ada Lovelace")]


def test_broken_decisions_are_named(tmp_path: Path) -> None:
    store = tmp_path / "x.duckdb"
    decisions_beside(store).write_text("no")
    with writing(store) as connection, pytest.raises(StoreError, match=r"x\.duckdb\.people\.toml"):
        who_is_who(connection)


def test_a_store_in_memory_has_no_decisions() -> None:
    with connect(None) as connection:
        assert decisions_path(connection) is None


def test_nobody_is_no_identity() -> None:
    with connect(None) as connection:
        connection.execute(
            "insert into identity values (0, 'git', '', ''), (1, 'git', 'Ada', 'ada@x.example')"
        )
        assert [fact.identity for fact in identities(connection)] == [1]


def test_what_the_community_states_about_organisations_is_used() -> None:
    stated = b"""
    employers = [{ email = "c@lovelace.example", organisation = "" }]
    [[organisations]]
    name = "Engines"
    sector = "foundation"
    domains = ["engines.example"]
    """
    with connect(None) as connection:
        fill(connection, ("Ada", "ada@engines.example"), COUNTESS, ("Bob", "bob@cs.looms.edu"))
        for project in (1, 2):  # two projects may have a file of the same name
            connection.execute(
                "insert into document values (?, '.folkmoot/organisations.toml', ?)", [project, stated]
            )
        for _ in range(2):
            resolve_people(connection)
        assert connection.execute("""
            select o.name, s.sector, s.rule from organisation o
            join sector s on s.organisation = o.organisation order by o.name
        """).fetchall() == [("Engines", "foundation", "stated"), ("looms.edu", "academia", "ending")]
        assert connection.execute("select person, organisation from affiliation").fetchall() == [(2, 0)]


def test_a_file_on_organisations_that_makes_no_sense_is_named() -> None:
    with connect(None) as connection:
        fill(connection, ADA)
        connection.execute(
            "insert into document values (1, '.folkmoot/organisations.toml', 'organisations = 3')"
        )
        with pytest.raises(SourceError, match=r"\.folkmoot/organisations\.toml"):
            resolve_people(connection)
