"""The stores that tests begin with are those that users begin with."""

from __future__ import annotations

from folkmoot.store.database import SAFE_SETTINGS, Connection, connect
from fresh_store import fresh_store


def structure(store: Connection) -> list[list[tuple[object, ...]]]:
    """Give every table, column, view, key and setting of a store, and what it says of itself."""
    names = ", ".join(f"'{name}'" for name in (*SAFE_SETTINGS, "TimeZone"))
    questions = (
        "select table_name, column_name, data_type, is_nullable from duckdb_columns() order by all",
        "select table_name, sql from duckdb_tables() where not internal order by all",
        "select view_name, sql from duckdb_views() where not internal order by all",
        "select table_name, constraint_type, constraint_text from duckdb_constraints() order by all",
        "select table_name, index_name, sql from duckdb_indexes() order by all",
        f"select name, value from duckdb_settings() where name in ({names}) order by all",
        "from meta order by all",
    )
    return [store.execute(question).fetchall() for question in questions]


def test_a_copied_store_is_built_as_one_that_was_made() -> None:
    copied, made = structure(fresh_store()), structure(connect(None))
    for one, other in zip(copied, made, strict=True):
        assert one == other


def test_what_one_test_writes_no_other_sees() -> None:
    first = fresh_store()
    first.execute("insert into organisation values (1, 'Acme')")
    assert fresh_store().execute("select count(*) from organisation").fetchone() == (0,)
