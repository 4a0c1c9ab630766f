"""A mark of how this Folkmoot reads histories, so that a store knows when another version filled it.

What a store holds of a git history follows from the repository and from our own rules: how messages are read,
what counts as merged, who is who. An update that changes a rule would else show only in what is new.
"""

from __future__ import annotations

import hashlib
import os
from functools import cache
from pathlib import Path

import folkmoot
from folkmoot.store.database import Connection, one

ROOMS = ("model", "people", "sources/git", "store")
"""Where those rules stand, SQL and tables of names among them."""
LEFT_OUT = (".pyc", ".pyo")


READ_OTHERWISE = """
    select count(*), count(*) filter (where not is_ours) from (
        select project, bool_or(ref = 'read by' and sha = ?) as is_ours from ref_state group by project
    )"""


def read_otherwise(connection: Connection) -> tuple[int, int]:
    """Give of how many projects a store holds the git history, and how many of them other rules read."""
    projects, others = one(connection, READ_OTHERWISE, [reading_mark()])
    return int(projects), int(others)


@cache
def reading_mark() -> str:
    """Give the mark: the same for the same files, wherever and whenever they were installed."""
    home = Path(folkmoot.__file__).parent
    told = hashlib.sha256()
    for room in ROOMS:
        for place in _files(home / room):
            content = place.read_bytes()
            told.update(f"{place.relative_to(home).as_posix()} {len(content)}\n".encode())
            told.update(content)
    return told.hexdigest()


def _files(folder: Path) -> list[Path]:
    """Give the files below a folder in a fixed order."""
    found = []
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        found += [Path(parent, name) for name in names if not name.endswith(LEFT_OUT)]
    return sorted(found)
