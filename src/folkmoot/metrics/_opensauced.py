"""What both of Opensauced's formulas read: who starred or forked, and who opened changes where."""

NEAR = """
        with spans as (
            select cast(7 as bigint) as span union all select cast(30 as bigint) as span
            union all select cast(90 as bigint) as span union all select cast(365 as bigint) as span
        ),
        since as (
            select s.span as span, k.as_of_ts - 86400 * s.span as since_ts from spans s cross join clock k
        ),
        near as (
            select w.span as span, a.project as project, a.kind as kind, a.person as person
            from acts a cross join since w
            where a.kind in ('star', 'fork') and a.is_bot = 0 and a.person > 0 and a.ts > w.since_ts
            group by w.span, a.project, a.kind, a.person
        ),
        worked as (
            select w.span as span, i.person as person, i.project as project
            from items i cross join since w
            where i.is_change = 1 and i.is_bot = 0 and i.person > 0 and i.opened_ts > w.since_ts
            group by w.span, i.person, i.project
        ),
        broad as (select span, person, count(*) as projects from worked group by span, person),
        watched as (select count(*) as projects from scope)"""
"""Stars, forks and changes of the last 7, 30, 90 and 365 days; `broad` counts each person's repositories."""

BEHIND = """
        select distinct w.span as period, a.event as event
        from acts a cross join since w cross join watched p
        where a.kind in ('star', 'fork') and a.is_bot = 0 and a.person > 0 and a.ts > w.since_ts"""
"""The stars and forks of each window."""
