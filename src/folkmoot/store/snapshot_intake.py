"""Keeping daily counts in a store: one per project, day and source, the last one counted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from folkmoot.model.event import DAY
from folkmoot.model.forge import Snapshot
from folkmoot.store.database import Connection
from folkmoot.store.forge_intake import ForgeIntake
from folkmoot.store.projects import project_at

SOURCE = "snapshot"
"""What the reach of daily counts is called among the sources of a project."""


class Count(NamedTuple):
    """One count: of which project (its address, and what it is called), who says it, at which host."""

    address: str
    name: str
    source: str
    host: str
    snapshot: Snapshot


def keep_counts(connection: Connection, counts: Iterable[Count], now: int) -> int:
    """Keep counts as of `now` (seconds since 1970), and give of how many projects they are."""
    projects: dict[int, int] = {}
    for count in counts:
        project = project_at(connection, count.address, count.name)
        intake = ForgeIntake(connection, project, count.source, count.host)
        intake.take([count.snapshot])
        intake.flush()
        begin = count.snapshot.day_id * DAY
        projects[project] = min(projects.get(project, begin), begin)
    for project, since in projects.items():
        _cover(connection, project, since, now)
    return len(projects)


def _cover(connection: Connection, project: int, since: int, now: int) -> None:
    """Say since when and until when a project was counted, or the store would not look at those days."""
    connection.execute(
        """insert into coverage
        select ?, ?, least(?, coalesce(min(since), ?)), greatest(?, coalesce(max(until), 0)), 'complete', ''
        from coverage where project = ? and source = ?""",
        [project, SOURCE, since, since, now, project, SOURCE],
    )
    connection.execute(
        """delete from coverage where project = ? and source = ? and (since, until) not in
            (select (min(since), max(until)) from coverage where project = ? and source = ?)""",
        [project, SOURCE, project, SOURCE],
    )
