"""Where the advisories lie, and how old they are in words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from folkmoot.model.event import DAY

if TYPE_CHECKING:
    from folkmoot.model.vulnerability import Database


def default_advisories() -> Path:
    """Give the file in the user's own data folder that `folkmoot advisories update` writes."""
    from folkmoot.sources.user_folders import data_folder

    return data_folder() / "advisories.sqlite"


def existing_advisories() -> Path | None:
    """Give the file to look advisories up in, None where there is none."""
    file = default_advisories()
    return file if file.is_file() else None


def age(then: int, now: int) -> str:
    """Say how long ago something was, in whole days."""
    days = max(0, now - then) // DAY
    return "today" if not days else "a day ago" if days == 1 else f"{days} days ago"


def in_one_line(database: Database, now: int) -> str:
    """Say how many advisories there are, and how old they are."""
    return (
        f"{database.advisories} advisories; the newest of them changed {age(database.newest, now)}, "
        f"read in {age(database.taken_at, now)}."
    )
