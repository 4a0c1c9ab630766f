"""The store as Parquet files: what metrics read, for any other engine."""

from __future__ import annotations

from pathlib import Path

from folkmoot.model.errors import StoreError
from folkmoot.model.hints import WRITABLE
from folkmoot.store.database import connect
from folkmoot.store.engine import duckdb
from folkmoot.store.forge_sync import known_until
from folkmoot.store.schema import VIEW_ORDER
from folkmoot.store.scope import look_at

NAMES = ("person", "identity", "identity_person")
"""Tables that say who somebody is; everything else carries numbers for persons."""


def export(store: Path, folder: Path, *, with_names: bool = False, as_of: int | None = None) -> list[Path]:
    """Write one Parquet file per view into `folder`, and the tables of names only when asked.

    Commit ids and exact times remain, which lead back to people: without names is not anonymous. Raises
    StoreError when the folder cannot be written.
    """
    written = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with connect(store, read_only=True) as connection:
            look_at(connection, as_of=as_of or known_until(connection))
            for name in (*VIEW_ORDER, *(NAMES if with_names else ())):
                place = folder / f"{name}.parquet"
                quoted = str(place).replace("'", "''")
                connection.execute(f"copy (from {name}) to '{quoted}' (format parquet, compression zstd)")
                written.append(place)
    except (OSError, duckdb.Error) as error:
        raise StoreError(
            f"{folder} cannot be written: {str(error).splitlines()[0]}", hint=WRITABLE
        ) from error
    return written
