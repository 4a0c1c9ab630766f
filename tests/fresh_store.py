"""New stores in memory for tests, copied from one that was made as users' stores are.

Making the views of a store takes most of the time of a small test; copying them takes a tenth of it.
"""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

import duckdb

from folkmoot.store.database import SAFE_SETTINGS, Connection, connect


@cache
def _pattern() -> tuple[tempfile.TemporaryDirectory[str], Path]:
    """Make one empty store for this run; the folder goes when the run ends."""
    folder = tempfile.TemporaryDirectory(prefix="folkmoot-tests-", ignore_cleanup_errors=True)
    path = Path(folder.name) / "empty.duckdb"
    connect(path).close()
    return folder, path


def fresh_store() -> Connection:
    """Give an empty store in memory, with the settings that `connect(None)` gives."""
    store = duckdb.connect(":memory:")
    store.execute("set timezone = 'UTC'")
    quoted = str(_pattern()[1]).replace("'", "''")
    store.execute(f"attach '{quoted}' as pattern (read_only)")
    store.execute("copy from database pattern to memory")
    store.execute("detach pattern")
    for name, value in SAFE_SETTINGS.items():
        store.execute(f"set {name} = '{value}'")
    return store
