"""Pieces of SQL by which metrics tell how many were open at the end of each month.

The metric writes a table `chosen`: `event`, `opened_month_id`, `is_closed` and `closed_month_id`.
"""

OVER_TIME = """,
        flow as (
            select opened_month_id as month_seen, 1 as came from chosen
            union all
            select closed_month_id as month_seen, -1 as came from chosen where is_closed = 1
            union all
            select m.month_id as month_seen, 0 as came
            from months m
            cross join (select min(opened_month_id) as first_month from chosen having count(*) > 0) s
            where m.month_id >= s.first_month
        ),
        monthly as (select month_seen, sum(came) as change_of from flow group by month_seen)
        select month_seen as period,
            sum(change_of) over (order by month_seen rows unbounded preceding) as value,
            sum(change_of) over (order by month_seen rows unbounded preceding) as n
        from monthly
    """

EVENTS = """
        select m.month_id as period, c.event as event
        from months m cross join chosen c
        where c.opened_month_id <= m.month_id and (c.is_closed = 0 or c.closed_month_id > m.month_id)
    """
"""What was open at the end of each month."""
