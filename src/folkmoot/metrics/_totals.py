"""Pieces of SQL by which metrics tell how many there are in total: as counted, and as the known ones add up.

The metric writes a table `gained`: `month_seen`, `event`, and `gain`, 1 or -1.
"""


def counts(field: str) -> str:
    """Give the tables `last_count`, the last count of `field` of each project and month, and `whole_month`.

    That one has the months in which every project that is ever counted was counted.
    """
    return f""",
        last_count as (
            select project, month_id as month_counted, {field},
                row_number() over (partition by project, month_id order by day_id desc) as place
            from snapshots where {field} >= 0
        ),
        whole_month as (
            select l.month_counted as month_counted, sum(l.{field}) as total
            from last_count l
            cross join (select count(distinct project) as projects from last_count) c
            where l.place = 1
            group by l.month_counted, c.projects
            having count(*) = c.projects
        )"""


TOTALS = """,
        seen as (
            select month_seen, gain from gained
            union all
            select m.month_id as month_seen, 0 as gain
            from months m
            cross join (select min(month_seen) as first_month from gained having count(*) > 0) s
            where m.month_id >= s.first_month
        ),
        monthly as (select month_seen, sum(gain) as change_of from seen group by month_seen)
        select month_counted as period, 'counted' as label, total as value, total as n from whole_month
        union all
        select month_seen as period, 'added up' as label,
            sum(change_of) over (order by month_seen rows unbounded preceding) as value,
            sum(change_of) over (order by month_seen rows unbounded preceding) as n
        from monthly
    """
"""Both totals, by month."""

EVENTS = """
        select m.month_id as period, g.event as event, 'added up' as label
        from months m cross join gained g
        where g.month_seen <= m.month_id
        union all
        select l.month_counted as period, 'snapshot' as event, 'counted' as label
        from last_count l join whole_month w on w.month_counted = l.month_counted
        where l.place = 1
    """
"""What stands behind both."""
