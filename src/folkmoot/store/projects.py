"""Finding the project of an address, whatever way it was written when it was read first."""

from __future__ import annotations

import re

from folkmoot.store.database import Connection, one

ADDRESS = re.compile(
    r"(?:\w+\+)?(?:https?://|ssh://(?:[\w.-]+@)?|[\w.-]+@)([\w.:-]+?)[:/]([\w./-]+?)(?:\.git)?/?"
)


def same(address: str) -> str:
    """Give what addresses of the same project have in common; "" for what is no address of a forge."""
    match = ADDRESS.fullmatch(address)
    return f"{match[1]}/{match[2]}".casefold() if match else ""


def project_at(connection: Connection, address: str, name: str) -> int:
    """Give the number of the project at an address; it is made, called `name`, where there is none."""
    wanted = same(address) or address
    for project, origin in connection.execute("select project, origin from project order by 1").fetchall():
        if origin == address or same(origin) == wanted:
            return int(project)
    (number,) = one(connection, "select coalesce(max(project), 0) + 1 from project")
    connection.execute("insert into project values (?, ?, ?)", [number, name, address])
    return int(number)
