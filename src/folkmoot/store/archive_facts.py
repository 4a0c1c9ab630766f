"""From the events of an archive (`said` and `done`) to the store's facts, in sets.

An archive tells of an item in bits: each event is a look at it at one moment. What is kept of an item is the
newest look, then what was closed, reopened or merged after it, so that hours can be read in any order. What
the forge itself told of an item is left alone: it knows better. An item is kept once its opening is known.
"""

from __future__ import annotations

from functools import cache
from importlib import resources

from folkmoot.people.tombstones import stand_in
from folkmoot.store.database import Connection, append, one
from folkmoot.store.lookup import Lookup

SOURCE = "gharchive"
"""What the events of an archive are called in the store, and how their ids begin."""
HOST = "github.com"
COUNTED = ("item_fact", "remark_fact", "turn_fact", "act_fact", "snapshot_fact")
STEPS = ("who", "acts", "heard", "remarks", "turns", "items", "snapshots", "end")
"""The texts of `archive/`, in the order in which they build on one another."""
LOGINS = {"said": ("actor", "author", "speaker", "merged_by"), "done": ("actor",)}
"""Where events name accounts."""


def write_facts(connection: Connection) -> None:
    """Write what `said` and `done` tell; `homed` gives the project of each of their repositories."""
    if one(connection, "select count(*) > count(distinct hash(id)) from told")[0]:
        connection.execute(text("once")).fetchall()
    for name in STEPS:
        connection.execute(text(name)).fetchall()


def number_accounts(connection: Connection, lookup: Lookup) -> None:
    """Give every account that is new a number, and whoever was erased the account that stands for them."""
    if lookup.erased:
        _erase_accounts(connection, lookup)
    connection.execute(text("identities")).fetchall()
    for login, is_bot in connection.execute("select login, is_bot from newcomer").fetchall():
        # A forge may drop the suffix by which people tell a robot's account.
        shown = f"{login}[bot]" if is_bot and not login.endswith("[bot]") else login
        lookup.account(HOST, login, shown, f"{shown}@users.noreply.github.com", is_bot=bool(is_bot))
    lookup.flush(connection)


def _erase_accounts(connection: Connection, lookup: Lookup) -> None:
    """Put the stand-in of everybody who was erased in the place of their login, wherever an event has it.

    What was read lies in another database, and the engine writes to one at a time: copies take its place.
    """
    for table, columns in LOGINS.items():
        erased: dict[str, str] = {}
        for column in columns:
            question = f"select distinct {column} from {table} where {column} <> ''"  # noqa: S608 - names above
            for (login,) in connection.execute(question).fetchall():
                if bundle := lookup.erased.bundle_of("", "", HOST, login):
                    erased[login] = stand_in(bundle)
        if erased:
            connection.execute("create or replace temp table erased (login varchar, stand_in varchar)")
            append(connection, "erased", erased.items())
            found = ", ".join(
                f"coalesce((select stand_in from erased where login = {column}), {column}) as {column}"  # noqa: S608 - names above
                for column in columns
            )
            connection.execute(
                f"create or replace temp table {table}_erased as select * replace ({found}) from {table}"  # noqa: S608 - names above
            )
            connection.execute(f"create or replace temp view {table} as from {table}_erased")


def counts(connection: Connection) -> dict[str, int]:
    """Give how many rows of each sort archives told of, in the whole store."""
    question = "select count(*) from {table} where source = ?"
    return {table: int(one(connection, question.format(table=table), [SOURCE])[0]) for table in COUNTED}


@cache
def text(name: str) -> str:
    """Give the SQL of one step, as it stands in `archive/<name>.sql`."""
    return resources.files("folkmoot.store").joinpath("archive", f"{name}.sql").read_text(encoding="utf-8")
