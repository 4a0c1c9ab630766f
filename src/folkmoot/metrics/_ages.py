"""Pieces of SQL by which metrics tell how long what is open has been open."""

AGES = ("under a week", "under a month", "under 3 months", "under a year", "over a year")


def aged(which: str) -> str:
    """Give the table `aged`: the open items for which `which` holds, each with its age."""
    return f"""
        with aged as (
            select event,
                case when as_of_ts - opened_ts < 7 * 86400 then 'under a week'
                    when as_of_ts - opened_ts < 30 * 86400 then 'under a month'
                    when as_of_ts - opened_ts < 90 * 86400 then 'under 3 months'
                    when as_of_ts - opened_ts < 365 * 86400 then 'under a year'
                    else 'over a year' end as age
            from items cross join clock
            where is_bot = 0 and is_closed = 0 and {which}
        )"""


COUNTED = """,
        whole as (select count(*) as total from aged)
        select cast(0 as bigint) as period, a.age as label, count(*) as value, max(w.total) as n
        from aged a cross join whole w
        group by a.age
    """

EVENTS = "\n        select cast(0 as bigint) as period, event, age as label from aged"
"""What is open, under its age."""
