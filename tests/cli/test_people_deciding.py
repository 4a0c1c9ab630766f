"""`folkmoot people same`, `different` and `undo`: decisions hold, and can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from folkmoot.cli.people import command
from folkmoot.model.errors import UsageError
from folkmoot.store.database import connect
from folkmoot.store.people import resolve_people
from folkmoot.store.writer import writing

PEOPLE = [
    ("Ada Lovelace", "ada@x.example"),
    ("Ada Lovelace", "ada@y.example"),
    ("xyz", "xyz@users.noreply.github.com"),
    ("Bob Babbage", "bob@x.example"),
]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store of four identities, of which xyz is an account, and two changes of it with Ada's commits."""
    path = tmp_path / "x.duckdb"
    with writing(path) as connection:
        for number, (name, email) in enumerate(PEOPLE, start=1):
            connection.execute("insert into identity values (?, 'git', ?, ?)", [number, name, email])
        connection.execute("insert into account values (3, 'github.com', 'XyZ', 0)")
        for number in (1, 2):
            connection.execute(
                """insert into item_fact values (1, 1, ?, 'e', 'github', 3, '', 't', 1, 2, 2, 0, 0, 0, 'sha',
                    '', 2, 0, 0, 0)""",
                [number],
            )
        connection.execute("insert into commit_fact values (1, 1, 'sha', 1, 1, 1, 0, 1, 0, 1, 0, 's')")
        resolve_people(connection)
    return path


def run(store: Path, *arguments: str) -> str:
    """Run one command and give what it printed."""
    done = CliRunner().invoke(command, [*arguments, "--store", str(store)], catch_exceptions=False)
    return done.stdout


def persons(store: Path) -> dict[str, int]:
    """Give the person of every identity, by e-mail."""
    with connect(store, read_only=True) as connection:
        return dict(
            connection.execute(
                "select email, person from identity_person join identity using (identity)"
            ).fetchall()
        )


def test_why_tells_the_changes_that_join_an_account_to_its_author(store: Path) -> None:
    told = run(store, "why", "@xyz", "ada@x.example")
    assert "the account opened changes that hold this author's commits (#1, #2)" in told
    assert run(store, "why", "@github.com/XYZ", "ada@x.example") == told


def test_different_takes_two_apart_and_undo_takes_that_back(store: Path) -> None:
    assert persons(store)["ada@x.example"] == persons(store)["xyz@users.noreply.github.com"]
    run(store, "different", "@xyz", "Ada Lovelace")
    assert persons(store)["ada@x.example"] == persons(store)["ada@y.example"]
    assert persons(store)["ada@x.example"] != persons(store)["xyz@users.noreply.github.com"]
    run(store, "undo", "Ada Lovelace", "@xyz")
    assert len(set(persons(store).values())) == 2


def test_same_joins_whom_no_rule_joins_and_undo_takes_that_back(store: Path) -> None:
    run(store, "same", "Bob Babbage", "ada@y.example")
    assert len(set(persons(store).values())) == 1
    assert "confirmed" in run(store, "why", "Bob Babbage", "ada@y.example")
    run(store, "undo", "Bob Babbage", "ada@y.example")
    assert len(set(persons(store).values())) == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["same", "nobody", "@xyz"], "Nobody in the store is called 'nobody'"),
        (["same", "x.example", "@xyz"], "may be several persons"),
        (["different", "ada@x.example", "ada@x.example"], "one and the same identity"),
        (["undo", "Bob Babbage", "@xyz"], "Nothing was decided"),
    ],
)
def test_what_is_not_clear_is_refused(store: Path, arguments: list[str], said: str) -> None:
    before = persons(store)
    with pytest.raises(UsageError, match=said):
        run(store, *arguments)
    assert persons(store) == before


def test_a_mailmap_is_a_claim_that_can_be_switched_off(store: Path) -> None:
    """The mailmap gives Bob's commits to Ada, until it is believed no more."""
    claim = b"Ada Lovelace <ada@x.example> <bob@x.example>\n"
    with writing(store) as connection:
        connection.execute("insert into document values (1, '.mailmap', ?)", [claim])
        resolve_people(connection)
    assert persons(store)["bob@x.example"] == persons(store)["ada@x.example"]
    run(store, "mailmap", "off")
    assert persons(store)["bob@x.example"] != persons(store)["ada@x.example"]
    run(store, "mailmap", "on")
    assert persons(store)["bob@x.example"] == persons(store)["ada@x.example"]
