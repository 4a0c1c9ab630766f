"""How many people stand behind the commits of a period by known clocks: small groups are told by it."""

from __future__ import annotations

from folkmoot.store.database import Connection, one

_CROWDS = """
    with made as (select month_id, ts, person from clocked),
    each as (
        select month_id as period, person, count(*) as commits from made group by month_id, person
        union all select 0 as period, person, count(*) as commits from made group by person
        union all select 1 as period, m.person, count(*) as commits
            from made m join clock k on m.ts > k.year_ago_ts group by m.person
    )
    select period, count(*), max(commits), sum(commits) from each group by period"""
ALONE = 0.75
"""Who made more than this share of the commits of a period made it alone, as far as hours and days tell."""


def crowds(connection: Connection) -> dict[int, int]:
    """Give how many people committed by month, for all time (0) and in the last 12 months (1).

    A period that one person made nearly alone (ALONE) counts one: what it tells, it tells of them. Programs
    and merges are left out, and so is what carries UTC because it was converted; the scope must be laid down.
    """
    return {
        int(period): 1 if most > ALONE * every else int(people)
        for period, people, most, every in connection.execute(_CROWDS).fetchall()
    }


def unclocked(connection: Connection) -> int:
    """Give how many commits by people are left out of `clocked`, merges not counted."""
    told = "select count(*) - (select count(*) from clocked) from commits where is_bot = 0 and is_merge = 0"
    return int(one(connection, told)[0])


_LONE = """
    select c.project from commits c
    join (select project, max(ts) as newest from commits group by project) n
        on n.project = c.project and c.ts > n.newest - 365 * 86400
    where c.is_bot = 0 and c.is_merge = 0
    group by c.project having count(distinct c.person) = 1"""


_SOLITARY = """
    with seen as (
        select project, person from contributions where is_bot = 0
        union distinct select project, person from changes where is_bot = 0
        union distinct select project, person from items where is_bot = 0
    )
    select project from seen group by project having count(*) = 1"""


def solitary(connection: Connection) -> frozenset[int]:
    """Give the projects where nobody but one person was ever seen: with a commit, a change or an issue."""
    return frozenset(int(project) for (project,) in connection.execute(_SOLITARY).fetchall())


def lone(connection: Connection) -> frozenset[int]:
    """Give the projects where one person made all commits of the year before the newest one."""
    return frozenset(int(project) for (project,) in connection.execute(_LONE).fetchall())
