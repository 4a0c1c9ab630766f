"""A repository in which nothing happens: it is known until it was looked at last."""

from pathlib import Path

import pytest

from folkmoot.model.event import DAY
from folkmoot.sources.file_lock import FileLock
from folkmoot.sources.git.repository import Options, open_repository
from folkmoot.store.database import connect
from folkmoot.store.forge_sync import known_until
from folkmoot.store.sync import Synced, sync
from sources.git.repositories import ADA, CLEO, Repository
from store.stores import ask, contents, value

WEEK = 7 * DAY


def bring_at(store: Path, made: Repository, at: int, lines: str = "auto") -> Synced:
    """Sync as somebody does who fetched last at that moment."""
    with open_repository(str(made.place), Options(lines=lines)) as opened:
        opened.updated_at = at
        return sync(store, opened)


def moment(store: Path) -> int | None:
    with connect(store, read_only=True) as connection:
        return known_until(connection)


def same_as_fresh(store: Path, made: Repository, at: int) -> bool:
    fresh = store.with_name("fresh.duckdb")
    bring_at(fresh, made, at)
    assert contents(store) == contents(fresh)
    assert ask(store, "from coverage") == ask(fresh, "from coverage")
    return True


def test_silence_is_known_too(made: Repository, store: Path) -> None:
    bring_at(store, made, made.at)
    assert bring_at(store, made, made.at + WEEK).was_current
    assert moment(store) == value(store, "select as_of_ts from clock") == made.at + WEEK
    assert same_as_fresh(store, made, made.at + WEEK)


def test_within_a_day_nothing_is_written(made: Repository, store: Path) -> None:
    at = made.at - made.at % DAY
    bring_at(store, made, at)
    before = store.stat().st_mtime_ns
    bring_at(store, made, at + DAY - 1)
    assert (store.stat().st_mtime_ns, moment(store)) == (before, at)


def test_who_cannot_write_a_store_that_has_all_there_is_can_read_it(made: Repository, store: Path) -> None:
    bring_at(store, made, made.at)
    with FileLock(f"{store}.lock"):
        assert bring_at(store, made, made.at + WEEK).was_current
    store.with_name(f"{store.name}.next").mkdir()  # where nothing can be written
    assert bring_at(store, made, made.at + WEEK).was_current
    assert moment(store) == made.at


def test_a_clone_that_was_fetched_before_takes_nothing_back(made: Repository, store: Path) -> None:
    bring_at(store, made, made.at + WEEK)
    bring_at(store, made, made.at)
    assert moment(store) == made.at + WEEK


def test_an_issue_that_was_told_since_is_not_left_out(made: Repository, store: Path) -> None:
    """The forge told of the week in which nothing was committed; the earlier end of the two counts."""
    bring_at(store, made, made.at)
    with connect(store) as connection:
        until = made.at + WEEK
        connection.execute("insert into coverage values (1, 'github', 0, ?, 'complete', '')", [until])
    assert moment(store) == made.at
    bring_at(store, made, made.at + WEEK)
    assert moment(store) == made.at + WEEK


def test_lines_that_are_counted_later_are_known_as_long(made: Repository, store: Path) -> None:
    bring_at(store, made, made.at, lines="never")
    bring_at(store, made, made.at + WEEK)
    assert same_as_fresh(store, made, made.at + WEEK)


@pytest.mark.parametrize("ahead", [600, 2 * DAY])
def test_what_clocks_dated_ahead_is_dated_anew_when_its_day_has_come(
    made: Repository, store: Path, ahead: int
) -> None:
    at = made.at
    made.commit(CLEO, "From tomorrow\n", {"new": "1\n"}, at=at + ahead)
    made.tag("v9.0", who=ADA, at=at + 600)
    bring_at(store, made, at)
    bring_at(store, made, at + WEEK)
    assert value(store, "select max(ts) from commits") == at + ahead
    assert value(store, "select max(ts) from releases") == at + 600
    assert same_as_fresh(store, made, at + WEEK)
