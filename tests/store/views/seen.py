"""What a view shows of a small history, and the second at which something happened."""

from __future__ import annotations

from typing import Any

from folkmoot.store.database import Connection
from worked_example import moment


def seen(store: Connection, columns: str, view: str, order: str = "") -> list[Any]:
    """Give the rows of a view in the order of its columns; single columns come as plain values."""
    rows = store.execute(f"select {columns} from {view} order by {order or columns}").fetchall()
    return [row[0] if len(row) == 1 else row for row in rows]


def second(text: str) -> int:
    """Give the second since 1970 of `2026-01-03 09:30:59`."""
    return moment(text)[0]
