"""Free SQL on a store: read only, no file, no network, no setting to change."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from folkmoot.model.errors import QueryError
from folkmoot.store.database import SAFE_SETTINGS, connect
from folkmoot.store.engine import duckdb

LOCKED = {**SAFE_SETTINGS, "enable_external_access": False, "lock_configuration": True}
"""DuckDB reads any file by default; here a statement sees the store and nothing else."""

ZONED = "TIMESTAMP WITH TIME ZONE"


def query(
    store: Path, statement: str, limit: int, *, listing: str = "folkmoot sql --tables"
) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Give the column names and at most `limit` rows that one statement answers.

    `listing` is the command that lists what this store can be asked, for whoever misspelt a name. Raises
    QueryError with DuckDB's own first line when it fails, StoreError when the store cannot be opened.
    """
    with connect(store, read_only=True):
        pass  # a store that cannot be opened, or is too new, is told in our own words first
    try:
        with duckdb.connect(str(store), read_only=True, config=LOCKED) as connection:
            if len(duckdb.extract_statements(statement)) != 1:
                raise QueryError("One statement at a time is answered.", hint="end it before the semicolon.")
            cursor = connection.execute(statement)
            described = [(str(column[0]), str(column[1])) for column in cursor.description or ()]
            if any(ZONED in kind for _, kind in described):
                cursor = connection.execute(_as_text(statement, [kind for _, kind in described]))
            return [name for name, _ in described], cursor.fetchmany(limit)
    except duckdb.Error as error:
        raise QueryError(
            f"The statement fails: {str(error).splitlines()[0]}",
            hint=f"`{listing}` lists the views and their columns.",
        ) from error


def _as_text(statement: str, kinds: list[str]) -> str:
    """Give the statement with its times as text: to hand them over DuckDB needs pytz, which is not here."""
    columns = [f"column_{place}" for place in range(len(kinds))]
    # Whatever zone this machine is set to, a moment is shown in UTC; within a list it stays as it is.
    texts = {ZONED: "make_timestamp(epoch_us({0}))::varchar || '+00'"}
    shown = (
        texts.get(kind, "{0}::varchar" if ZONED in kind else "{0}").format(column)
        for column, kind in zip(columns, kinds, strict=True)
    )
    told = statement.strip().rstrip(";")
    return f"select {', '.join(shown)} from (\n{told}\n) as asked({', '.join(columns)})"  # noqa: S608 - locked


def tables(store: Path) -> list[tuple[str, str]]:
    """Give the views that metrics read, each with its columns in one line."""
    with connect(store, read_only=True) as connection:
        return [
            (str(name), str(columns))
            for name, columns in connection.execute(
                """select table_name, string_agg(column_name, ', ' order by ordinal_position)
                from information_schema.columns where table_name in
                    (select table_name from information_schema.tables where table_type = 'VIEW')
                group by table_name order by table_name"""
            ).fetchall()
        ]
