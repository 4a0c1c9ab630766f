"""Usual time between releases.

Question:
    How many days usually pass between releases?

Why it matters:
    A contributor wants to know when a fix arrives, and a packager how often to look. A lengthening time says
    that releasing has become hard: too many steps, or too few people who may do them.

How it is counted:
    The median of days from one release day to the next of the same project, by the year (UTC) of the later
    one, and over all time. Pre-releases are left out. Several tags on one day are one release day, so that
    fixing four maintained versions at once is not three times nothing. Tags have the dates that they have in
    the releases per year. n is the number of gaps; under 5 nothing is shown.

What it does not tell:
    The time since the last release is not in it. Where several versions are maintained, the gap is between
    any two of them, not within one line.

References:
    CHAOSS, Release Frequency: https://chaoss.community/kb/metric-release-frequency/
"""

from folkmoot.metrics._unanswered import FEW_RELEASES
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Shape, Unit

GAPS = """
        with days as (
            select project, day_id, max(year_id) as day_year
            from releases where is_prerelease = 0
            group by project, day_id
        ),
        ordered as (
            select project, day_id, day_year,
                row_number() over (partition by project order by day_id) as place,
                min(day_id) over (partition by project order by day_id
                    rows between 1 preceding and 1 preceding) as before_day
            from days
        ),
        windowed as (
            select day_year as period, project, day_id, day_id - before_day as gap
            from ordered where place > 1
            union all
            select cast(0 as bigint) as period, project, day_id, day_id - before_day as gap
            from ordered where place > 1
        )"""

METRIC = Metric(
    id="time-between-releases",
    version=1,
    title="Time between releases",
    question="How many days usually pass between releases?",
    page="releases",
    unit=Unit.DAYS,
    better=Better.NEITHER,
    shape=Shape.SERIES,
    gap=Gap.UNKNOWN,
    needs=(Kind.RELEASE,),
    sql=GAPS
    + """,
        ranked as (
            select period, gap,
                row_number() over (partition by period order by gap) as place,
                count(*) over (partition by period) as total
            from windowed
        )
        select period, 1e0 * avg(case when 2 * place between total and total + 2 then gap end) as value,
            max(total) as n
        from ranked
        group by period
    """,
    events=GAPS
    + """
        select w.period as period, r.event as event
        from windowed w join releases r on r.project = w.project and r.day_id = w.day_id
        where r.is_prerelease = 0
    """,
    definition="https://chaoss.community/kb/metric-release-frequency/",
    min_n=5,
    order=40,
    caveat="Gaps are between any two releases, also where several versions are maintained.",
    nothing=FEW_RELEASES,
)
