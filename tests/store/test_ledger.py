"""The same thing has the same number, and rows are written whole."""

from pathlib import Path

import pytest

from folkmoot.store import ledger as ledgers
from folkmoot.store.database import Connection, connect, one
from folkmoot.store.ledger import Ledger, Numbers, append


@pytest.fixture
def connection(tmp_path: Path) -> Connection:
    return connect(tmp_path / "s.duckdb")


def test_numbers_are_kept(connection: Connection) -> None:
    ledger = Ledger(connection, 1)
    first = ledger.identity("Ada", "ada@example.org")
    assert ledger.identity("Ada", "ada@example.org") == first
    assert ledger.identity("Ada", "") != first
    ledger.flush()
    assert Ledger(connection, 2).identity("Ada", "ada@example.org") == first


def test_a_number_is_given_when_a_thing_is_first_asked_for() -> None:
    asked: list[str] = []

    def give(thing: str) -> int:
        asked.append(thing)
        return 10 * len(asked)

    numbers = Numbers(give)
    assert [numbers[thing] for thing in ("a", "b", "a")] == [10, 20, 10]
    assert asked == ["a", "b"]
    assert "c" not in numbers


def test_somebody_without_name_and_address_has_a_number_too(connection: Connection) -> None:
    assert Ledger(connection, 1).identity("", "") > 0


def test_paths_belong_to_a_project(connection: Connection) -> None:
    ledger = Ledger(connection, 1)
    path = ledger.path("a")
    ledger.flush()
    assert Ledger(connection, 1).path("a") == path
    assert Ledger(connection, 2).path("a") != path


def test_commits_that_were_dropped_are_forgotten(connection: Connection) -> None:
    ledger = Ledger(connection, 1)
    gone, kept = ledger.commit("a" * 40), ledger.commit("b" * 40)
    ledger.forget({gone})
    assert ledger.commits == {"b" * 40: kept}
    assert ledger.commit("c" * 40) not in {gone, kept}


def test_rows_wait_for_a_batch_or_a_flush(connection: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledgers, "BATCH", 3)
    ledger = Ledger(connection, 1)
    rows = ledger.rows("line_state")
    for number in range(2):
        ledger.add("line_state", (number, 1))
    ledger.spill()
    assert one(connection, "select count(*) from line_state") == (0,)
    ledger.add("line_state", (2, 1))
    ledger.spill()
    assert one(connection, "select count(*) from line_state") == (3,)
    rows.append((3, 0))
    ledger.flush()
    ledger.flush()
    assert one(connection, "select count(*), sum(is_counted) from line_state") == (4, 3)


def test_texts_with_anything_in_them_are_written(connection: Connection) -> None:
    odd = "'; drop table x; -- \ufffd 🌻 \\ \" \u202e"
    append(connection, "path_fact", [(1, 1, odd)])
    assert one(connection, "select name from path_fact") == (odd,)
