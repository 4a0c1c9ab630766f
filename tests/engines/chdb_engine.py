"""ClickHouse in this process (chdb), given the same tables and the same texts as DuckDB."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

# ClickHouse is told to treat null as standard SQL does; nothing else about it is changed.
SETTINGS = {"join_use_nulls": 1, "cast_keep_nullable": 1, "max_threads": 2}


class ChdbEngine:
    """One chdb session. A process can hold one at a time; close it before opening the next."""

    def __init__(self, tables: dict[str, Path]) -> None:
        from chdb import session

        self._session = session.Session()
        for name, value in SETTINGS.items():
            self._session.query(f"set {name} = {value}")
        for name, file in tables.items():
            self._session.query(
                f"create table {name} engine = Memory as select * from file('{file}', Parquet)"
                " settings schema_inference_make_columns_nullable = 1"
            )

    def ask(self, sql: str) -> list[dict[str, Any]]:
        """Give the rows of `sql` by column name. Raises RuntimeError when the engine refuses it."""
        answered = json.loads(self._session.query(sql, "JSONCompact").data())
        names = [column["name"] for column in answered["meta"]]
        return [dict(zip(names, values, strict=True)) for values in answered["data"]]

    def close(self) -> None:
        """End the session and remove its directory."""
        self._session.close()
