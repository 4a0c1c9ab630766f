"""Looking at some projects of a store at one moment: the views, narrowed and laid down as tables."""

from __future__ import annotations

from collections.abc import Sequence

from folkmoot.store.database import Connection, one, view_text
from folkmoot.store.schema import VIEW_ORDER

ROWS_OF = {
    "items": "item_fact", "interactions": "remark_fact", "turns": "turn_fact", "labels": "label_fact",
    "heads": "head_fact", "acts": "act_fact", "snapshots": "snapshot_fact",
}  # fmt: skip
"""Views that hold at most a row per row of one table. Where it is empty, as everywhere without a forge, they
are known to be empty and need not be joined together."""


def look_at(
    connection: Connection,
    projects: Sequence[int] | None = None,
    as_of: int | None = None,
    *,
    once: bool = False,
) -> None:
    """Lay every view down as a temporary table for `projects` (None: all) as of `as_of` (None: last sync).

    The temporary tables have the views' names and hide them, so that a metric's SQL is the same text in
    either case and each join is paid for once, not once per metric. With `once`, a commit that several
    projects share is there once, for the first of them: together they are one community.
    """
    nothing = _without_rows(connection)
    for name in reversed(VIEW_ORDER):
        connection.execute(f"drop table if exists temp.{name}")
    moment = None
    for name in VIEW_ORDER:
        text = _text(name, as_of, moment)
        text = f"from ({text}\n) where false" if name in nothing else text
        connection.execute(f"create temp table {name} as {text}")
        if name == "clock":
            moment = one(connection, "select as_of_ts from temp.clock")[0]
        if name == "scope" and projects is not None:
            connection.execute("delete from temp.scope where not list_contains(?, project)", [list(projects)])
        if name == "commits" and once:
            connection.execute(
                """delete from temp.commits where project > (
                    select min(first.project) from temp.commits first where first.sha = commits.sha)"""
            )


def _without_rows(connection: Connection) -> frozenset[str]:
    """Give the views of which nothing is known."""
    return frozenset(name for name, table in ROWS_OF.items() if not one(connection, f"from {table} limit 1"))


def _text(name: str, as_of: int | None, moment: int | None) -> str:
    text = view_text(name)
    if moment is not None:  # of a bare number the planner knows how many rows lie before it
        text = text.replace("<= k.as_of_ts", f"<= {int(moment)}")
    if name == "clock" and as_of is not None:
        text = text.replace("coalesce(max(until), 0)", f"coalesce(max({int(as_of)}::bigint), {int(as_of)})")
    return text
