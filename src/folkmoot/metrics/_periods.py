"""Pieces of SQL that several metrics share: a year and the last 12 months, shares, middles and fates.

Each piece reads a table `counted` that the metric writes: `year_id`, `ts`, `event` and what is asked of it.
"""

from __future__ import annotations


def windowed(columns: str) -> str:
    """Give the table `windowed`: `columns` of `counted` by year, and again for the last 12 months."""
    return f"""
        windowed as (
            select year_id as period, {columns} from counted
            union all
            select cast(1 as bigint) as period, {columns}
            from counted cross join clock
            where counted.ts > clock.year_ago_ts
        )"""


SHARE = (
    windowed("event, hit")
    + """
        select period, 1e0 * sum(hit) / count(*) as value, count(*) as n
        from windowed
        group by period
    """
)
"""The share of `counted` whose `hit` is 1; n is all of it."""

EVENTS = windowed("event") + "\n        select period, event from windowed"
"""The events of `counted`, once per period."""

SUMMARISED_EVENTS = (
    windowed("event")
    + """
        select period, event, 'median' as label from windowed
        union all
        select period, event, 'p90' as label from windowed
    """
)
"""The events of `counted`, once per period and summary."""


def summarised(divisor: int) -> str:
    """Give the middle and the 90th percentile of `wait`, divided by `divisor`; n is how many there are.

    `median` is the middle one or the mean of the two middle ones, `p90` the smallest that at least nine in
    ten do not exceed.
    """
    return (
        windowed("event, wait")
        + f""",
        ranked as (
            select period, wait,
                row_number() over (partition by period order by wait, event) as place,
                count(*) over (partition by period) as total
            from windowed
        )
        select period, 'median' as label,
            1e0 * avg(case when 2 * place between total and total + 2 then wait end) / {divisor} as value,
            max(total) as n
        from ranked group by period
        union all
        select period, 'p90' as label,
            1e0 * min(case when 10 * place >= 9 * total then wait end) / {divisor} as value,
            max(total) as n
        from ranked group by period
    """
    )


FATE_EVENTS = windowed("event, fate") + "\n        select period, event, fate as label from windowed"
"""The events of `counted`, once per period and fate."""


def fates(names: tuple[str, ...]) -> str:
    """Give the share of `counted` that met each `fate`, 0 where none did; n is all of it."""
    listed = " union all ".join(f"select '{name}' as fate" for name in names)
    return (
        windowed("event, fate")
        + f""",
        whole as (select period, count(*) as total from windowed group by period),
        listed as ({listed}),
        met as (select period, fate, count(*) as found from windowed group by period, fate)
        select w.period as period, l.fate as label, 1e0 * coalesce(m.found, 0) / w.total as value,
            w.total as n
        from whole w
        cross join listed l
        left join met m on m.period = w.period and m.fate = l.fate
    """
    )
