"""Share of commits outside office hours.

Question:
    How much of the work happens outside office hours?

Why it matters:
    Evenings and weekends are what volunteers have, so no level is good or bad. A share that rises where
    people used to work in the daytime is an early sign of overload; ask, and take something off the list.

How it is counted:
    Commits by people, merges left out, by the author's own clock, where that is known (it is not in a stretch
    of a year or more in which everybody's commits carry UTC, as after a conversion from another system):
    those on the days of rest (`rest_days`: Saturday 6 and Sunday 7), or on another day before the hour
    `office_from` or from the hour `office_until` on, divided by all; n is all. Per month and for the last 12
    months. Only ever for the whole community, never by person, and in a report only of periods in which five
    people or more committed and none of them made more than three quarters of the commits. A community's
    folkmoot.toml sets its own days and hours.

What it does not tell:
    Nothing about a person, and nothing about why: other countries have other weekends, and part-timers other
    hours. Other commits that carry UTC instead of local time are taken as they are.

References:
    CHAOSS, Activity Dates and Times: https://chaoss.community/kb/metric-activity-dates-and-times/
    Claes et al., Do programmers work at night or during the weekend? (ICSE 2018),
    https://doi.org/10.1145/3180155.3180193
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Shape, Unit

WINDOWED = """
        with timed as (
            select event as act, ts as act_ts, month_id as act_month,
                case when local_weekday in ({rest_days}) or local_hour < {office_from}
                    or local_hour >= {office_until} then 1 else 0 end as is_off
            from clocked
        ),
        windowed as (
            select act_month as period, act, is_off from timed
            union all
            select cast(1 as bigint) as period, t.act, t.is_off
            from timed t cross join clock k where t.act_ts > k.year_ago_ts
        )"""

METRIC = Metric(
    id="off-hours",
    version=2,
    title="Work outside office hours",
    question="How much of the work happens outside office hours?",
    page="rhythm",
    unit=Unit.SHARE,
    better=Better.NEITHER,
    shape=Shape.SERIES,
    gap=Gap.UNKNOWN,
    needs=(Kind.COMMIT,),
    parameters={"office_from": 8, "office_until": 18, "rest_days": "6, 7"},
    sql=WINDOWED
    + """
        select period, 1e0 * sum(is_off) / count(*) as value, count(*) as n
        from windowed
        group by period
    """,
    events=WINDOWED + "\n        select period, act as event from windowed",
    definition="https://chaoss.community/kb/metric-activity-dates-and-times/",
    min_n=5,
    order=20,
    caveat="No level is good or bad: many contribute in the evening by choice. Watch how it changes.",
)
