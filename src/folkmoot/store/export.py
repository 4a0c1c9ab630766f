"""The store as Parquet files: what metrics read, for any other engine."""

from __future__ import annotations

import secrets
from pathlib import Path
from shutil import rmtree

from folkmoot.model.errors import StoreError
from folkmoot.model.hints import WRITABLE
from folkmoot.store.database import connect, unreadable, unwritten
from folkmoot.store.engine import duckdb
from folkmoot.store.forge_sync import known_until
from folkmoot.store.schema import VIEW_ORDER
from folkmoot.store.scope import look_at

NAMES = ("person", "identity", "identity_person")
"""Tables that say who somebody is; everything else carries numbers for persons."""


def export(store: Path, folder: Path, *, with_names: bool = False, as_of: int | None = None) -> list[Path]:
    """Write one Parquet file per view into `folder`, and the tables of names only when asked.

    Commit ids and exact times remain, which lead back to people: without names is not anonymous. The files
    take their places together, once all are whole: what was there before stays until then. Raises StoreError
    when the folder cannot be written.
    """
    staging = folder / f".folkmoot-{secrets.token_hex(8)}.new"
    written = []
    try:
        staging.mkdir(parents=True)
        with connect(store, read_only=True) as connection:
            look_at(connection, as_of=as_of or known_until(connection))
            for name in (*VIEW_ORDER, *(NAMES if with_names else ())):
                place = staging / f"{name}.parquet"
                quoted = str(place).replace("'", "''")
                connection.execute(f"copy (from {name}) to '{quoted}' (format parquet, compression zstd)")
                written.append(folder / place.name)
        for place in written:
            (staging / place.name).replace(place)
    except OSError as error:
        where = error.filename2 or folder
        raise StoreError(f"{where} cannot be written: {error.strerror}.", hint=WRITABLE) from error
    except duckdb.Error as error:
        if why := unwritten(error, staging):
            raise StoreError(f"{folder} cannot be written: {why}.", hint=WRITABLE) from error
        raise unreadable(store, error) from error
    finally:
        rmtree(staging, ignore_errors=True)
    return written
