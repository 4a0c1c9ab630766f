"""What landed after the newest release: how many commits, and how many of them a release would bring.

A commit landed when whoever took it over committed it, or the merge that brought it: patches that come by
mail were often written before a release that does not hold them.
"""

from __future__ import annotations

from typing import NamedTuple

from folkmoot.model.content import Content
from folkmoot.store.database import Connection

UNSHIPPED = (Content.DOCUMENTATION.value, Content.TEST.value, Content.CI.value)
"""Kinds of content that reach people without a release, or never. Where most files are documentation, it is
what the project releases, and only tests and CI are left out."""

SQL = """
    with newest as (
        select project, max(ts) as newest from releases where is_prerelease = 0 group by project
    ),
    merged as (
        select project, number, max(merged_ts) as merged_ts from changes
        where is_merged = 1 group by project, number
    ),
    waiting as (
        select c.event, c.project from commits c
        join newest r on r.project = c.project
        cross join clock k
        left join merged m
            on m.project = c.project and m.number = c.change_number and c.change_number > 0
        left join place p on p.commit = c.commit
        left join commit_fact l on l.commit = p.landed_by
        where c.is_bot = 0 and c.is_merge = 0 and greatest(
            c.ts, coalesce(m.merged_ts, 0),
            case when l.committed_at <= k.as_of_ts then l.committed_at else 0 end
        ) > r.newest
    ),
    written as (
        select project from files group by project
        having 2 * sum(case when content = ? then 1 else 0 end) > count(*)
    ),
    touched as (
        select t.event, sum(case
            when t.content = ? and d.project is not null then 1
            when t.content in (?, ?, ?) then 0 else 1 end) as shipped
        from touches t
        join waiting w on w.event = t.event
        left join written d on d.project = t.project
        group by t.event
    )
    select count(*), coalesce(sum(case when coalesce(t.shipped, 1) > 0 then 1 else 0 end), 0)
    from waiting w left join touched t on t.event = w.event
"""


class Unreleased(NamedTuple):
    """Commits by people since the newest release that is no pre-release; those that touch what is shipped."""

    commits: int
    shipped: int


def unreleased(connection: Connection) -> Unreleased:
    """Count over the laid-down scope. Which files a commit touched may be unknown; then it counts as both."""
    documentation = Content.DOCUMENTATION.value
    row = connection.execute(SQL, [documentation, documentation, *UNSHIPPED]).fetchone()
    return Unreleased(*row) if row else Unreleased(0, 0)
