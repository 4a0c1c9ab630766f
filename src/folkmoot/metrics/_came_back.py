"""A piece of SQL by which metrics ask who came near, by a star or a fork, and came back with something."""

CAME = """
        with came as (
            select person, min(ts) as came_ts, min(month_id) as came_month
            from acts
            where kind in ('star', 'fork') and is_bot = 0 and person > 0
            group by person
        ),
        made as (
            select person, min(ts) as made_ts
            from activities
            where kind in ('commit', 'change.opened', 'issue.opened') and is_bot = 0
            group by person
        ),
        cohort as (
            select c.person as person, c.came_ts as came_ts, c.came_month as came_month,
                k.as_of_ts as as_of_ts,
                case when coalesce(m.made_ts, 0) > 0 then 'ended' else 'going' end as fate,
                case when coalesce(m.made_ts, 0) > 0 then m.made_ts - c.came_ts
                    else k.as_of_ts - c.came_ts end as wait
            from came c
            cross join clock k
            left join made m on m.person = c.person
            where coalesce(m.made_ts, c.came_ts + 1) > c.came_ts
        ),"""
"""The table `cohort`: who came near before making anything, when, and how long until they did (`wait`)."""
