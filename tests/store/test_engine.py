"""The engine is DuckDB's own, loaded without what is laid over it."""

import subprocess
import sys
from pathlib import Path

import duckdb as whole

from folkmoot.store.engine import duckdb

ASKING = """
import sys
from pathlib import Path
from folkmoot.store.database import append, connect, one
with connect(Path(sys.argv[1])) as store:
    append(store, "project", [(1, "invented", "file:///invented")])
    print(*one(store, "select name, origin, 1.5::decimal(3, 1), date '2026-11-21' from project"))
print("duckdb" in sys.modules)
"""
WITHOUT = """
import sys
sys.modules["_duckdb"] = None
sys.modules["duckdb"] = type(sys)("duckdb")
from folkmoot.store.engine import duckdb
print(duckdb.__name__)
"""


def told(script: str, *arguments: str) -> list[str]:
    """Give the lines that a script prints in a fresh interpreter."""
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, check=True, text=True
    )
    return done.stdout.splitlines()


def test_what_it_gives_is_what_the_whole_package_gives() -> None:
    assert duckdb.connect is whole.connect
    assert duckdb.Error is whole.Error
    assert duckdb.CatalogException is whole.CatalogException
    assert duckdb.DuckDBPyConnection is whole.DuckDBPyConnection


def test_a_store_is_written_and_asked_without_the_package_being_loaded(tmp_path: Path) -> None:
    assert told(ASKING, str(tmp_path / "a.duckdb")) == ["invented file:///invented 1.5 2026-11-21", "False"]


def test_where_the_engine_has_no_module_of_its_own_the_package_is_taken() -> None:
    assert told(WITHOUT) == ["duckdb"]
