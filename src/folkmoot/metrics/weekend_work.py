"""Share of commits at weekends.

Question:
    How much of the work happens at weekends?

Why it matters:
    Weekend work is what tells spare time from office time most clearly. Where it rises in a project carried
    by employees, somebody is catching up.

How it is counted:
    Commits by people, merges left out, on the days of rest (`rest_days`: Saturday 6 and Sunday 7) by the
    author's own clock, divided by all; n is all. Left out are stretches of a year or more in which
    everybody's commits carry UTC, as after a conversion from another system. Per month and for the last 12
    months. Only ever for the whole community, never by person, and in a report only of periods in which five
    people or more committed and none of them made more than three quarters of the commits. A community's
    folkmoot.toml sets its own days.

What it does not tell:
    In some countries the weekend is Friday and Saturday. Evenly spread over the week, two days in seven would
    be 29 %. Other commits that carry UTC instead of local time are taken as they are.

References:
    CHAOSS, Activity Dates and Times: https://chaoss.community/kb/metric-activity-dates-and-times/
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Shape, Unit

WINDOWED = """
        with timed as (
            select event as act, ts as act_ts, month_id as act_month,
                case when local_weekday in ({rest_days}) then 1 else 0 end as is_weekend
            from clocked
        ),
        windowed as (
            select act_month as period, act, is_weekend from timed
            union all
            select cast(1 as bigint) as period, t.act, t.is_weekend
            from timed t cross join clock k where t.act_ts > k.year_ago_ts
        )"""

METRIC = Metric(
    id="weekend-work",
    version=2,
    title="Work at weekends",
    question="How much of the work happens at weekends?",
    page="rhythm",
    unit=Unit.SHARE,
    better=Better.NEITHER,
    shape=Shape.SERIES,
    gap=Gap.UNKNOWN,
    needs=(Kind.COMMIT,),
    parameters={"rest_days": "6, 7"},
    sql=WINDOWED
    + """
        select period, 1e0 * sum(is_weekend) / count(*) as value, count(*) as n
        from windowed
        group by period
    """,
    events=WINDOWED + "\n        select period, act as event from windowed",
    definition="https://chaoss.community/kb/metric-activity-dates-and-times/",
    min_n=5,
    order=30,
    caveat="By the author's own clock; Saturday and Sunday, unless folkmoot.toml names other days of rest.",
)
