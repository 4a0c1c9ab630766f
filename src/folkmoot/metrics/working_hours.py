"""When people work, by weekday and hour of their own clock.

Question:
    On which weekdays and at which hours do people commit, by their own clock?

Why it matters:
    It shows whether this is a project of offices or of evenings, and when somebody is likely to answer. Meet,
    release and ask for review when people are there anyway.

How it is counted:
    Commits by people, merges left out, by the author's local weekday and hour: git keeps each author's offset
    from UTC. Once for the last 12 months and once for all time, in a report only where five people or more
    committed then and none of them made more than three quarters of the commits. Bots are left out, and so
    are stretches of a year or more in which everybody's commits carry UTC, as after a conversion from another
    system.

What it does not tell:
    Commits made in a browser or by an import may carry UTC, whatever the person's clock says. A commit tells
    when work ended, not how long it took. In a project of one or two this is the rhythm of a person: use it
    to plan around people, never to judge them.

References:
    CHAOSS, Activity Dates and Times: https://chaoss.community/kb/metric-activity-dates-and-times/
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Label, Metric, Row, Shape, Unit

WINDOWED = """
        with windowed as (
            select 0 as period, event as act, local_weekday, local_hour
            from clocked
            union all
            select 1 as period, c.event as act, c.local_weekday, c.local_hour
            from clocked c cross join clock k where c.ts > k.year_ago_ts
        ),
        named as (
            select period, act, cast(local_hour as varchar) as hour_text,
                case local_weekday when 1 then 'Mon' when 2 then 'Tue' when 3 then 'Wed' when 4 then 'Thu'
                    when 5 then 'Fri' when 6 then 'Sat' else 'Sun' end as weekday
            from windowed
        )"""

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def whole_week(rows: list[Row]) -> list[Row]:
    """Give every window that has a commit all its 7 x 24 cells; an hour without commits is 0, not missing."""
    known = {(row.period, row.label, row.part): row for row in rows}
    return [
        known.get((period, weekday, str(hour)), Row(period, 0.0, 0, weekday, str(hour)))
        for period in sorted({row.period for row in rows})
        for weekday in WEEKDAYS
        for hour in range(24)
    ]


METRIC = Metric(
    id="working-hours",
    version=2,
    title="When people work",
    question="On which weekdays and at which hours do people commit, by their own clock?",
    page="rhythm",
    unit=Unit.COMMITS,
    better=Better.NEITHER,
    shape=Shape.MATRIX,
    label=Label.WORD,
    labels=WEEKDAYS,
    needs=(Kind.COMMIT,),
    sql=WINDOWED
    + """
        select period, weekday as label, hour_text as part, count(*) as value, count(*) as n
        from named
        group by period, weekday, hour_text
    """,
    events=WINDOWED + "\n        select period, act as event, weekday as label, hour_text as part from named",
    definition="https://chaoss.community/kb/metric-activity-dates-and-times/",
    finish=whole_week,
    order=10,
    caveat="Commits made in a browser or by an import may carry UTC instead of the author's own time.",
)
