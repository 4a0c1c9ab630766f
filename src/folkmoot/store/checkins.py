"""Check-ins as far as privacy goes: whole entries are found and removed, and nothing else is made of them.

What was answered lies in the user's data folder, a table for each person (see `govern/growing/notes.py`),
with an empty line between one table and the next.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from folkmoot.sources.user_folders import data_folder
from folkmoot.store.replacing import replaced

DAYS = ("asked", "answered", "until")
"""What an entry says of time; the last of them is how old it is."""


def checkin_files() -> list[Path]:
    """Give every file of check-ins of this user."""
    return sorted((data_folder() / "checkins").glob("*.toml"))


def entries(path: Path) -> list[str]:
    """Give the entries of a file as text, with what stands before the first."""
    return path.read_text("utf-8", "surrogateescape").split("\n\n")


def without(path: Path, goes: Callable[[str], bool]) -> int:
    """Remove every entry for which `goes` is true, and give how many there were. Raises OSError."""
    told = entries(path)
    left = [each for each in told if not goes(each)]
    if len(left) < len(told):
        replaced(path, "\n\n".join(left).rstrip("\n").encode("utf-8", "surrogateescape") + b"\n")
    return len(told) - len(left)


def last_told(entry: str, path: Path) -> int:
    """Give when an entry was last true, in seconds since 1970; one without a day is as old as its file."""
    try:
        people = tomllib.loads(entry).get("people", {})
    except (tomllib.TOMLDecodeError, RecursionError):
        people = {}
    days = []
    for table in people.values() if isinstance(people, dict) else ():
        for name in DAYS if isinstance(table, dict) else ():
            value = table.get(name)
            if isinstance(value, date):
                days.append(datetime(value.year, value.month, value.day, tzinfo=UTC))
    return int(max(days).timestamp()) if days else int(path.stat().st_mtime)


def is_entry(text: str) -> bool:
    """Tell whether a text is an entry of somebody, and not what stands above them."""
    return "[people." in text
