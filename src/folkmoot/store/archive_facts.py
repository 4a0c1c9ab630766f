"""From the events of an archive (`said`) to the store's facts, in sets.

An archive tells of an item in bits: each event is a look at it at one moment. What is kept of an item is the
newest look, then what was closed, reopened or merged after it, so that hours can be read in any order. What
the forge itself told of an item is left alone: it knows better. An item is kept once its opening is known.
"""

from __future__ import annotations

from functools import cache
from importlib import resources

from folkmoot.store.database import Connection, one

SOURCE = "gharchive"
"""What the events of an archive are called in the store, and how their ids begin."""
HOST = "github.com"
COUNTED = ("item_fact", "remark_fact", "turn_fact", "act_fact", "snapshot_fact")
STEPS = ("identities", "acts", "heard", "remarks", "turns", "items", "snapshots", "end")
"""The texts of `archive/`, in the order in which they build on one another."""


def write_facts(connection: Connection) -> None:
    """Write what `said` tells; `homed` gives the project of each of its repositories. Both are left alone."""
    for name in STEPS:
        connection.execute(text(name)).fetchall()


def counts(connection: Connection) -> dict[str, int]:
    """Give how many rows of each sort archives told of, in the whole store."""
    question = "select count(*) from {table} where source = ?"
    return {table: int(one(connection, question.format(table=table), [SOURCE])[0]) for table in COUNTED}


@cache
def text(name: str) -> str:
    """Give the SQL of one step, as it stands in `archive/<name>.sql`."""
    return resources.files("folkmoot.store").joinpath("archive", f"{name}.sql").read_text(encoding="utf-8")
