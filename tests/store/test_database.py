"""Stores of other ages, of other programs, and damaged ones."""

from pathlib import Path

import duckdb
import pytest

from folkmoot.model.errors import StoreError, StoreVersionError
from folkmoot.store import database
from folkmoot.store.database import (
    connect,
    give_back,
    lay_views,
    migrate,
    one,
    reading,
    schema_version,
    view_text,
)
from folkmoot.store.schema import MIGRATIONS, SCHEMA_VERSION, VIEW_ORDER
from sources.git.repositories import small_history
from store.stores import bring, same_as_fresh


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "s.duckdb"


def older(store: Path, version: int) -> None:
    """Write a store as Folkmoot did when its schema had `version`."""
    with duckdb.connect(str(store)) as connection:
        for statements in MIGRATIONS[:version]:
            for statement in statements:
                connection.execute(statement)
        connection.execute("insert into meta values ('schema', ?)", [str(version)])


def structure(store: Path) -> list[tuple[object, ...]]:
    with connect(store, read_only=True) as connection:
        return connection.execute(
            "select table_name, column_name, data_type from information_schema.columns order by all"
        ).fetchall()


def test_a_new_store_has_the_newest_schema(store: Path) -> None:
    with connect(store) as connection:
        assert schema_version(connection) == SCHEMA_VERSION
        assert [connection.execute(f"from {name} limit 0").fetchall() for name in VIEW_ORDER] == [[]] * len(
            VIEW_ORDER
        )


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION))
def test_an_older_store_becomes_a_newer_one(store: Path, tmp_path: Path, version: int) -> None:
    older(store, version)
    connect(store).close()
    connect(tmp_path / "new.duckdb").close()
    assert structure(store) == structure(tmp_path / "new.duckdb")


def test_a_tool_for_review_moves_out_of_the_numbers_of_changes(store: Path) -> None:
    older(store, 7)
    with duckdb.connect(str(store)) as connection:
        connection.execute("insert into mention_fact values (1, 0, 'gerrit'), (2, 17, 'closes')")
    with connect(store) as connection:
        assert connection.execute("from tool_fact").fetchall() == [(1, "gerrit")]
        assert connection.execute("from mention_fact").fetchall() == [(2, 17, "closes")]


def test_an_older_store_is_synced_into(store: Path, tmp_path: Path) -> None:
    made = small_history(tmp_path / "r")
    older(store, 1)
    bring(store, made.place)
    assert same_as_fresh(store, made.place)


def test_a_migration_that_fails_changes_nothing(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    older(store, 1)
    monkeypatch.setattr(
        database, "MIGRATIONS", (*MIGRATIONS[:1], ("create table half (x integer)", "nonsense"))
    )
    with pytest.raises(StoreError):
        connect(store)
    with duckdb.connect(str(store)) as connection:
        assert schema_version(connection) == 1
        assert (
            connection.execute("select * from information_schema.tables where table_name = 'half'").fetchall()
            == []
        )


def test_a_newer_store_is_refused(store: Path) -> None:
    connect(store).close()
    with duckdb.connect(str(store)) as connection:
        connection.execute("update meta set value = '9999' where name = 'schema'")
    for read_only in (True, False):
        with pytest.raises(StoreVersionError, match="has schema 9999") as caught:
            connect(store, read_only=read_only)
        assert "update Folkmoot" in caught.value.hint


def test_views_of_an_earlier_day_are_replaced(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connect(store).close()
    texts = {name: view_text(name) for name in VIEW_ORDER}
    texts["organisations"] = "select 7 as organisation, 'x' as name"
    monkeypatch.setattr(database, "view_text", texts.__getitem__)
    with connect(store) as connection:
        assert connection.execute("from organisations").fetchall() == [(7, "x")]


@pytest.mark.parametrize("content", [b"", b"nonsense", b"\0" * 10_000])
def test_a_file_that_is_no_store_is_an_error_with_a_hint(store: Path, content: bytes) -> None:
    store.write_bytes(content)
    with pytest.raises(StoreError) as caught:
        connect(store, read_only=True)
    assert "--store" in caught.value.hint


def test_nobody_is_told_to_remove_what_is_no_store(store: Path) -> None:
    """A README named by mistake, or a database that the engine would want an extension for."""
    for content in (b"# Read me first", b"SQLite format 3\0" + b"\0" * 4096):
        store.write_bytes(content)
        for read_only in (True, False):
            with pytest.raises(StoreError, match="is no store") as caught:
                connect(store, read_only=read_only)
            assert "remove" not in caught.value.hint
        assert store.read_bytes() == content


def test_a_database_of_something_else_is_left_alone(store: Path) -> None:
    with duckdb.connect(str(store)) as connection:
        connection.execute("create table diary (day date)")
    before = store.read_bytes()
    with pytest.raises(StoreError, match="something else"):
        connect(store)
    assert store.read_bytes() == before


@pytest.mark.parametrize("keep", [0.3, 0.6, 0.9])
def test_a_store_cut_short_is_an_error(store: Path, tmp_path: Path, keep: float) -> None:
    made = small_history(tmp_path / "r")
    bring(store, made.place)
    whole = store.read_bytes()
    store.write_bytes(whole[: int(len(whole) * keep)])
    with pytest.raises(StoreError), reading(store) as connection:
        connection.execute("from commits").fetchall()


def test_a_folder_and_nothing_are_no_stores(tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "nothing"):
        with pytest.raises(StoreError):
            connect(place, read_only=True)


def test_migrating_twice_is_migrating_once(store: Path) -> None:
    with connect(store) as connection:
        migrate(connection, SCHEMA_VERSION)
        assert one(connection, "select count(*) from meta where name = 'schema'") == (1,)
        assert one(connection, "select * from meta where name = 'nothing'") == ()


def test_a_table_of_something_else_that_is_called_as_ours_is_refused(tmp_path: Path) -> None:
    place = tmp_path / "other.duckdb"
    with duckdb.connect(str(place)) as other:
        other.execute("create table meta (key varchar)")
    with pytest.raises(StoreError, match="something else"):
        connect(place)


def test_views_written_beside_other_work_are_those_written_with_the_store(
    store: Path, tmp_path: Path
) -> None:
    connect(tmp_path / "at once.duckdb").close()
    with connect(store, with_views=False) as connection:
        assert not one(connection, "select count(*) from duckdb_views() where not internal")[0]
        connection.execute("insert into meta values ('something', 'else')")
        lay_views(connection.cursor())
    assert structure(store) == structure(tmp_path / "at once.duckdb")


def test_a_store_left_without_views_gets_them(store: Path, tmp_path: Path) -> None:
    connect(tmp_path / "at once.duckdb").close()
    connect(store, with_views=False).close()
    connect(store).close()
    assert structure(store) == structure(tmp_path / "at once.duckdb")


def kept_for_later(connection: duckdb.DuckDBPyConnection) -> str:
    return str(one(connection, "select current_setting('allocator_bulk_deallocation_flush_threshold')")[0])


def test_the_engine_of_a_large_store_keeps_no_memory_for_later(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with connect(store) as connection:
        usual = kept_for_later(connection)
    with connect(store) as connection:
        assert kept_for_later(connection) == usual
    monkeypatch.setattr(database, "LARGE", store.stat().st_size - 1)
    for read_only in (False, True):
        with connect(store, read_only=read_only) as connection:
            assert kept_for_later(connection) != usual


def test_a_store_that_grew_can_be_read_beside_somebody_who_still_reads_it(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect(store).close()
    with connect(store, read_only=True):
        monkeypatch.setattr(database, "LARGE", 0)
        with connect(store, read_only=True) as second:
            assert schema_version(second) == SCHEMA_VERSION


def test_the_engine_gives_memory_back_where_others_need_it(store: Path) -> None:
    with connect(store) as connection:
        usual = kept_for_later(connection)
        give_back(connection)
        assert kept_for_later(connection) != usual
