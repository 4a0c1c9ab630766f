"""Letting go of issues and changes that a forge no longer has: deleted, or moved to another project.

No list tells of them: it just holds them no more, and here they would wait for an answer for ever. Where more
are open here than the forge counts, it is asked for each that it did not list just now. What it has all the
same is a matter of how it counts, and is not asked for again until there is more of it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Sequence

from folkmoot.model.forge import Snapshot
from folkmoot.model.source import Standing
from folkmoot.store.database import Connection, append

Place = tuple[bool, int]
"""Whether it is a change, and its number."""
UNACCOUNTED = "unaccounted"
"""Under this name stands how many more issues, and changes, are open here than the forge counts."""
TABLES = ("item_fact", "label_fact", "remark_fact", "turn_fact")
OF_CHANGES = ("head_fact", "run_fact")


def unaccounted(
    connection: Connection, project: int, source: str, told: Snapshot, listed: Collection[Place] = ()
) -> list[Standing]:
    """Give the open items that the forge did not list just now, where it counts fewer than was known."""
    standing = _open(connection, project, source)
    known = _known(connection, project, source)
    more = _more(standing, told)
    return [
        item for item in standing if more[item.is_change] > known[item.is_change] and item[:2] not in listed
    ]


def is_noted(connection: Connection, project: int, source: str, told: Snapshot) -> bool:
    """Tell whether just as much is unexplained as was noted: else it is to be noted, asked for or not."""
    return _known(connection, project, source) == _more(_open(connection, project, source), told)


def let_go(
    connection: Connection, project: int, source: str, told: Snapshot, gone: Sequence[Standing]
) -> int:
    """Take out what is gone, with all that was said and done there, and give how many they are.

    A forge that knows less than it counts is not believed. What is left unexplained is noted.
    """
    more = _more(_open(connection, project, source), told)
    found = Counter(item.is_change for item in gone)
    believed = [item for item in gone if found[item.is_change] <= more[item.is_change]]
    take_out(connection, project, believed)
    more = _more(_open(connection, project, source), told)
    place = [project, source, UNACCOUNTED]
    connection.execute("delete from forge_state where project = ? and source = ? and name = ?", place)
    connection.execute(
        "insert into forge_state values (?, ?, ?, ?)", [*place, json.dumps([more[False], more[True]])]
    )
    return len(believed)


def take_out(connection: Connection, project: int, gone: Sequence[Standing]) -> None:
    """Take out items with all that was said and done there."""
    connection.execute("create or replace temp table vanished (is_change integer, number bigint)")
    append(connection, "vanished", [(int(item.is_change), item.number) for item in gone])
    for table in TABLES:
        connection.execute(
            f"""delete from {table} t using vanished v
            where t.project = ? and t.is_change = v.is_change and t.number = v.number""",  # noqa: S608 - names above
            [project],
        )
    for table in OF_CHANGES:
        connection.execute(
            f"delete from {table} t using vanished v where t.project = ? and v.is_change = 1"  # noqa: S608 - names above
            " and t.number = v.number",
            [project],
        )
    connection.execute("drop table vanished")


def _open(connection: Connection, project: int, source: str) -> list[Standing]:
    rows = connection.execute(
        """select is_change, number, event from item_fact
        where project = ? and source = ? and closed_at = 0 order by is_change, number""",
        [project, source],
    ).fetchall()
    return [Standing(bool(sort), number, event.removeprefix(f"{source}:")) for sort, number, event in rows]


def _more(standing: Sequence[Standing], told: Snapshot) -> dict[bool, int]:
    """Give how many more are open here, by sort; 0 where the forge does not count them."""
    counts = {False: told.open_issues, True: told.open_changes}
    return {
        sort: max(0, sum(item.is_change is sort for item in standing) - count) if count >= 0 else 0
        for sort, count in counts.items()
    }


def _known(connection: Connection, project: int, source: str) -> dict[bool, int]:
    row = connection.execute(
        "select value from forge_state where project = ? and source = ? and name = ?",
        [project, source, UNACCOUNTED],
    ).fetchone()
    issues, changes = json.loads(row[0]) if row else (0, 0)
    return {False: issues, True: changes}
