"""The time since the last release, compared with the usual gap.

Question:
    Is the next release later than usual?

Why it matters:
    Ninety days without a release are nothing for one project and an alarm for another. Only the project's
    own habit tells which.

How it is counted:
    Days since the last release day divided by the usual time: the days in which the last `gaps` gaps between
    release days passed, by their number. 1 is as long as usual, 3 is three times as long. An average, and no
    median: five releases in one week, each mending the one before, are no habit of releasing daily.
    Pre-releases are left out, several tags on one day are one release day. Tags have the dates that they have
    in the releases per year. n is the number of gaps; under 5 nothing is shown.

What it does not tell:
    Why. A finished project, a large version under way and a missing maintainer look the same here. Of several
    projects looked at together, days with a release of any are taken.

References:
    CHAOSS, Release Frequency: https://chaoss.community/kb/metric-release-frequency/
"""

from folkmoot.metrics._unanswered import FEW_RELEASES
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Shape, Unit

RECENT = """
        with days as (select distinct day_id from releases where is_prerelease = 0),
        ordered as (
            select day_id,
                row_number() over (order by day_id) as place,
                row_number() over (order by day_id desc) as age,
                min(day_id) over (order by day_id rows between 1 preceding and 1 preceding) as before_day
            from days
        ),
        recent as (
            select day_id, day_id - before_day as gap
            from ordered where place > 1 and age <= {gaps}
        )"""

METRIC = Metric(
    id="release-pace",
    version=2,
    title="Time since release against the usual",
    question="Is the next release later than usual?",
    page="releases",
    unit=Unit.INDEX,
    better=Better.LOWER,
    shape=Shape.SINGLE,
    gap=Gap.UNKNOWN,
    needs=(Kind.RELEASE,),
    parameters={"gaps": 10},
    sql=RECENT
    + """,
        usual as (select max(day_id) as last_day, sum(gap) as taken, count(*) as known from recent)
        select 0 as period, 1e0 * (k.as_of_day_id - u.last_day) * u.known / u.taken as value, u.known as n
        from usual u cross join clock k
        where u.known > 0
    """,
    events=RECENT
    + """
        select 0 as period, r.event as event
        from recent w join releases r on r.day_id = w.day_id
        where r.is_prerelease = 0
    """,
    definition="https://chaoss.community/kb/metric-release-frequency/",
    min_n=5,
    order=15,
    caveat=(
        "1 is as long as the last ten took on average, which is short where several versions are maintained. "
        "A finished project and a missing maintainer look the same here."
    ),
    nothing=FEW_RELEASES,
)
