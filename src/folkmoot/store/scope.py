"""Looking at some projects of a store at one moment: the views, narrowed and laid down as tables.

The tables lie in a database in memory beside the store, so that another thread can read them too.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from folkmoot.store.database import Connection, one, view_text
from folkmoot.store.schema import VIEW_ORDER

ROWS_OF = {
    "items": "item_fact", "interactions": "remark_fact", "turns": "turn_fact", "heads": "head_fact",
    "reviewable": "item_fact", "acts": "act_fact", "snapshots": "snapshot_fact",
}  # fmt: skip
"""Views that hold at most a row per row of one table. Where it is empty, as everywhere without a forge, they
are known to be empty and need not be joined together."""
JOINED_WHEN_READ = frozenset({"activities"})
"""Views of nothing but rows that are laid down already: reading these anew costs less than writing them."""
_PLACES = count(1)
"""Connections to one file share the names of what is attached to it."""


def look_at(
    connection: Connection,
    projects: Sequence[int] | None = None,
    as_of: int | None = None,
    *,
    once: bool = False,
) -> None:
    """Lay every view down as a table for `projects` (None: all) as of `as_of` (None: last sync).

    Temporary views have the views' names and hide them, so that a metric's SQL is the same text in either
    case and each join is paid for once, not once per metric. With `once`, a commit that several projects
    share is there once, for the first of them: together they are one community.
    """
    nothing = _without_rows(connection)
    before, place = _place(connection), f"laid_{next(_PLACES)}"
    connection.execute(f"attach ':memory:' as {place} (read_write)")
    moment = None
    for name in VIEW_ORDER:
        text = _text(name, as_of, moment)
        text = f"from ({text}\n) where false" if name in nothing else text
        if name not in JOINED_WHEN_READ:
            connection.execute(f"create table {place}.{name} as {text}")
        if name == "clock":
            connection.execute(_shown(place, name))
            moment = one(connection, "select as_of_ts from temp.clock")[0]
        if name == "scope" and projects is not None:
            others = f"delete from {place}.scope where not list_contains(?, project)"  # noqa: S608 - our name
            connection.execute(others, [list(projects)])
        if name == "commits" and once:
            connection.execute(
                f"""delete from {place}.commits where project > (
                    select min(first.project) from {place}.commits first where first.sha = commits.sha)"""  # noqa: S608 - ours
            )
        connection.execute(_shown(place, name))
    connection.execute(f"set variable laid = '{place}'")
    if before:
        connection.execute(f"detach {before}")


def beside(connection: Connection) -> Connection | None:
    """Give another connection that sees what `look_at` has laid down here, for another thread.

    None where nothing is laid down. Close it before the next `look_at`.
    """
    place = _place(connection)
    if not place:
        return None
    other = connection.cursor()
    other.execute("set timezone = 'UTC'")
    other.execute(f"use {place}")
    for name in JOINED_WHEN_READ:
        other.execute(_shown(place, name))
    return other


def _place(connection: Connection) -> str:
    """Give the name of the database that holds what was laid down last; "" before that."""
    return str(one(connection, "select coalesce(getvariable('laid'), '')")[0])


def _shown(place: str, name: str) -> str:
    text = view_text(name) if name in JOINED_WHEN_READ else f"from {place}.{name}"
    return f"create or replace temp view {name} as {text}"


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
