"""Where each commit stands: on the main line or brought in by a merge, and at what time it belongs.

A commit is dated by its author's time; where that is broken by its committer's; where both are, by its
nearest dated ancestor, else descendant, else by when the project was looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from folkmoot.sources.git.graph import EARLIEST, TOLERANCE, Graph, settled
from folkmoot.store.database import Connection, append, one


def graph_of(connection: Connection, project: int, commits: Iterable[int]) -> Graph:
    """Give the graph of the commits of a project, all of which are named."""
    edges = connection.execute(
        """select p.commit, p.parent from parent_fact p join commit_fact c on c.commit = p.commit
        where c.project = ? order by p.commit, p.ordinal""",
        [project],
    ).fetchall()
    return Graph.of(commits, edges)


def place(connection: Connection, project: int, graph: Graph, landed: Mapping[int, int], now: int) -> int:
    """Write the place of every commit of a project, and give how many carry dates that cannot be true.

    `landed` gives the commit of the main line that brought each one in, `now` is in seconds since 1970.
    """
    connection.execute("create or replace temp table landed (commit integer, landed_by integer)")
    append(connection, "landed", landed.items())
    connection.execute(
        "delete from place where commit in (select commit from commit_fact where project = ?)", [project]
    )
    connection.execute(
        """insert into place
        select c.commit, (l.commit is not null)::int, coalesce((l.landed_by = c.commit)::int, 0),
            coalesce(l.landed_by, 0), least($now, case
                when c.authored_at between $earliest and $latest then c.authored_at
                when c.committed_at between $earliest and $latest then c.committed_at else 0 end)
        from commit_fact c left join landed l on l.commit = c.commit where c.project = $project""",
        {"project": project, "now": now, "earliest": EARLIEST, "latest": now + TOLERANCE},
    )
    connection.execute("drop table landed")
    return _settle(connection, project, graph, now)


def carry(connection: Connection, carried: Mapping[int, int]) -> None:
    """Write down with which commit those landed that are of a change and did not land by themselves."""
    connection.execute("create or replace temp table carried (commit integer, landed_by integer)")
    append(connection, "carried", carried.items())
    connection.execute(
        """update place set landed_by = c.landed_by from carried c
        where c.commit = place.commit and c.landed_by <> place.landed_by"""
    )
    connection.execute("drop table carried")


def _settle(connection: Connection, project: int, graph: Graph, now: int) -> int:
    """Date the commits without a date by what lies near, and give how many there are."""
    dates = """select p.commit, p.dated_at from place p join commit_fact c on c.commit = p.commit
        where c.project = ?"""
    if not one(connection, dates + " and p.dated_at = 0 limit 1", [project]):
        return 0
    found = settled(graph, dict(connection.execute(dates, [project]).fetchall()))
    connection.execute("create or replace temp table settled (commit integer, dated_at bigint)")
    append(connection, "settled", [(commit, at or now) for commit, at in found.items()])
    connection.execute("update place set dated_at = s.dated_at from settled s where s.commit = place.commit")
    connection.execute("drop table settled")
    return len(found)


def dated_at(connection: Connection, commit: int) -> int:
    """Give the time at which a commit belongs, 0 where it has no place."""
    row = one(connection, "select dated_at from place where commit = ?", [commit])
    return int(row[0]) if row else 0
