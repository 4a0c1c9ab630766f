"""Finding the project of an address, whatever way it was written when it was read first.

A local clone is a project under its folder's name, and knows the address that it came from: what archives,
webhooks and daily counts tell of that address is of the same project, whichever was read first.
"""

from __future__ import annotations

import re

from folkmoot.store.database import Connection, one

CAME_FROM = ("git", "address")
"""The source and name in `forge_state` of the address that a local clone came from."""
ADDRESS = re.compile(
    r"(?:\w+\+)?(?:https?://|ssh://(?:[\w.-]+@)?|[\w.-]+@)([\w.:-]+?)[:/]([\w./-]+?)(?:\.git)?/?"
)


def same(address: str) -> str:
    """Give what addresses of the same project have in common; "" for what is no address of a forge."""
    match = ADDRESS.fullmatch(address)
    return f"{match[1]}/{match[2]}".casefold() if match else ""


def addresses(connection: Connection) -> list[tuple[int, str]]:
    """Give every project with where it was read, and then with where a clone of it came from."""
    return connection.execute(
        """select project, origin from (
            select project, origin, 1 as rank from project
            union all select project, value, 2 from forge_state where source = ? and name = ?
        ) order by rank, project""",
        list(CAME_FROM),
    ).fetchall()


def projects_read_at(connection: Connection, origin: str) -> list[int]:
    """Give the numbers of the projects that were read at `origin`: one, or none."""
    rows = connection.execute("select project from project where origin = ?", [origin]).fetchall()
    return [int(project) for (project,) in rows]


def project_at(connection: Connection, address: str, name: str) -> int:
    """Give the number of the project at an address; it is made, called `name`, where there is none."""
    wanted = same(address) or address
    for project, origin in addresses(connection):
        if origin == address or same(origin) == wanted:
            return project
    return _made(connection, address, name)


def project_of_clone(connection: Connection, origin: str, came_from: str, name: str) -> int:
    """Give the number of the project read at `origin`; it is made, called `name`, where there is none.

    What was told of the address that a clone `came_from` ("" where it names none) becomes a part of it,
    unless commits were read there too: those may be others.
    """
    if row := one(connection, "select project from project where origin = ?", [origin]):
        project = int(row[0])
    elif project := _told_before(connection, came_from):
        connection.execute("update project set origin = ? where project = ?", [origin, project])
    else:
        project = _made(connection, origin, name)
    source, kept = CAME_FROM
    connection.execute(
        "delete from forge_state where project = ? and source = ? and name = ?", [project, source, kept]
    )
    if came_from:
        connection.execute("insert into forge_state values (?, ?, ?, ?)", [project, source, kept, came_from])
    return project


def _told_before(connection: Connection, address: str) -> int:
    """Give the project at an address of which no commit was read; 0 where there is none."""
    wanted = same(address)
    rows = connection.execute(
        "select project, origin from project anti join commit_fact using (project) order by project"
    ).fetchall()
    return next((int(project) for project, origin in rows if wanted and same(origin) == wanted), 0)


def _made(connection: Connection, origin: str, name: str) -> int:
    (number,) = one(connection, "select coalesce(max(project), 0) + 1 from project")
    connection.execute("insert into project values (?, ?, ?)", [number, name, origin])
    return int(number)
