"""DuckDB's own module, without the layers that the package `duckdb` lays over it.

The package also loads ways to build questions in Python and to read data frames. Nothing here uses them, and
loading them takes four times as long as the engine itself, in every command that opens a store. `connect` and
`Error` are the very same objects in both; a DuckDB without a module of this name is loaded whole.
"""

from __future__ import annotations

try:
    import _duckdb as duckdb
except ImportError:
    import duckdb  # type: ignore[no-redef]

__all__ = ["duckdb"]
