"""The tables and the engines: the only floor that knows DuckDB."""
