"""Days that users write, which store belongs to what they name, and names of options."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from shlex import quote

import click
import pytest

from cli.conftest import Call
from folkmoot.cli import folkmoot
from folkmoot.cli._options import end_of_day, existing_store, store_of
from folkmoot.model.errors import UsageError
from folkmoot.store.database import connect, is_behind
from sources.git.repositories import Repository


def moment(*when: int) -> int:
    """Give a moment in UTC in seconds since 1970."""
    return int(datetime(*when, tzinfo=UTC).timestamp())  # type: ignore[arg-type]


def test_a_day_ends_with_its_last_second() -> None:
    assert end_of_day("2026-03-31") == moment(2026, 4, 1) - 1


@pytest.mark.parametrize("nothing", [None, ""])
def test_no_day_has_no_end(nothing: str | None) -> None:
    assert end_of_day(nothing) is None


def test_a_day_ends_where_the_community_lives() -> None:
    """In July London is an hour ahead of UTC, so its day is over an hour earlier."""
    assert end_of_day("2026-07-31", "Europe/London") == moment(2026, 7, 31, 23) - 1


def test_the_day_on_which_clocks_go_back_has_25_hours() -> None:
    first, second = (end_of_day(day, "Europe/London") for day in ("2026-10-24", "2026-10-25"))
    assert first is not None
    assert second is not None
    assert second - first == 25 * 3600


@pytest.mark.parametrize(
    "day",
    ["yesterday", "2026-3-1", "2026-02-30", "2026-13-01", "2026-03-31T12:00", "0000-01-01", "9999-12-31"],
)
def test_what_is_no_day_is_a_mistake_with_a_hint(day: str) -> None:
    with pytest.raises(UsageError, match="is no day") as caught:
        end_of_day(day)
    assert caught.value.hint == "write it as 2026-03-31."


def test_the_last_day_of_all_calendars_ends_in_no_traceback(call: Call, project: Repository) -> None:
    said = call("report", project.place, "--until", "9999-12-31")
    assert (said.code, said.out) == (2, "")
    assert "'9999-12-31' is no day" in said.err
    assert "Traceback" not in said.err


def test_the_store_that_is_named_is_used(tmp_path: Path) -> None:
    named = tmp_path / "own.duckdb"
    assert store_of(named, ["."]) == named


def test_the_order_of_repositories_makes_no_other_store() -> None:
    assert store_of(None, ["https://example.org/ada/hall", "https://example.org/bob/moot"]) == store_of(
        None, ["https://example.org/bob/moot", "https://example.org/ada/hall"]
    )
    assert store_of(None, ["https://example.org/ada/hall"]) != store_of(
        None, ["https://example.org/bob/moot"]
    )


@pytest.mark.parametrize(
    "words", [("events", "--metric", "new-contributors"), ("check",), ("sql", "from commits")]
)
def test_a_store_with_views_of_another_version_is_answered_by_our_own(
    call: Call, project: Repository, tmp_path: Path, words: tuple[str, ...]
) -> None:
    store = tmp_path / "own.duckdb"
    call("sync", project.place, "--store", store)
    place = () if words[0] == "sql" else (project.place,)
    before = call(*words, *place, "--store", store)
    with connect(store) as connection:
        connection.execute("update meta set value = 'another' where name = 'views'")
        connection.execute("create or replace view main.commits as select 1 as another_version")
    after = call(*words, *place, "--store", store)
    assert (after.code, after.out) == (before.code, before.out)
    with connect(store, read_only=True) as connection:
        assert not is_behind(connection)


def test_a_history_that_another_version_read_is_said_to_be(
    call: Call, project: Repository, tmp_path: Path
) -> None:
    store = tmp_path / "own.duckdb"
    call("sync", project.place, "--store", store)
    words = ("sql", "from commits", "--store", store)
    assert call(*words).err == ""
    with connect(store) as connection:
        connection.execute("update ref_state set sha = 'another' where ref = 'read by'")
    said = call(*words).err.splitlines()
    assert said[0].startswith("Another version of Folkmoot read the history of 1 of 1 projects in this store")
    assert said[1].startswith("hint: `folkmoot sync . --store ")
    again = call("sync", project.place, "--store", store).err
    assert "read again by the rules of this version of Folkmoot; another version had read it." in again
    assert call(*words).err == ""


def test_a_report_says_once_that_histories_are_read_again(
    call: Call, project: Repository, tmp_path: Path
) -> None:
    other = Repository.create(tmp_path / "other")
    other.commit("Ada <ada@x.test>", "First\n", {"a": "1\n"})
    words = ("report", project.place, other.place, "--format", "csv", "-o", tmp_path / "r.csv")
    store = ("--store", tmp_path / "own.duckdb")
    assert "read again" not in call(*words, *store).err
    with connect(store[1]) as connection:
        connection.execute("update ref_state set sha = 'another' where ref = 'read by'")
    assert call(*words, *store).err.count("read again by the rules of this version") == 1
    assert "read again" not in call(*words, *store).err


def test_a_store_that_is_not_there_says_what_makes_it(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="There is no store at") as caught:
        existing_store(None, ["https://example.org/ada/hall", "https://example.org/bob/moot"])
    assert (
        caught.value.hint
        == "`folkmoot sync https://example.org/ada/hall https://example.org/bob/moot` makes it."
    )
    named = tmp_path / "own.duckdb"
    with pytest.raises(UsageError) as caught:
        existing_store(named, [])
    assert caught.value.hint == f"`folkmoot sync REPO --store {quote(str(named))}` makes it."


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="There is no store at"):
        existing_store(tmp_path, [])


def test_where_it_is_written_has_the_same_short_name_everywhere() -> None:
    """Whoever knows `-o` from one command writes it with the next."""
    with click.Context(folkmoot) as context:
        commands = {name: folkmoot.get_command(context, name) for name in folkmoot.list_commands(context)}
    outputs = {
        name: parameter.opts
        for name, command in commands.items()
        if command is not None
        for parameter in command.params
        if "--output" in parameter.opts
    }
    assert {"report", "panel", "sbom"} <= outputs.keys()
    assert all("-o" in opts for opts in outputs.values()), outputs
