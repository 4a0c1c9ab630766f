"""Contributor confidence.

Question:
    How likely is somebody who stars or forks to come back with a contribution?

Why it matters:
    A star is a glance; a fork is often an intention. How many of those who came near return with
    something tells how welcoming a project is to work with. Under 10 % it is hard to get into and few
    return; from 10 % some return; from 30 % it is approachable and many return; from 37 % it is very
    welcoming.

How it is counted:
    This is the variant `conversion`, our own and the default. Over the last 7, 30, 90 and 365 days:
    people (bots left out) whose first star or fork here lies in that time and who had made no commit and
    opened no change or issue before. They have come back once they make a commit or open a change or an
    issue within `days` (90) days. Whoever came less than 90 days ago is censored (Kaplan-Meier): they may
    still come back; times are rounded up as in time-to-first-response, and the estimate stops where fewer
    than five are still watched. The interval is Wilson's (95 %), with somebody watched for half of the 90
    days counting as half. n is the number of people. It says "insufficient data" where these are fewer
    than 10 in this way of counting, or where fewer than five could be watched for 45 days: then none has
    come back yet, which says nothing. So it is mostly of the last 90 and 365 days that a share can be
    told.

What it does not tell:
    Most stars are bookmarks. Forges show who starred to maintainers only; without that, these are the
    people who forked, who come back more often. People who help in other ways do not show.

References:
    Opensauced, contributor confidence: https://github.com/open-sauced/app
    CHAOSS, Conversion Rate: https://chaoss.community/kb/metric-conversion-rate/
"""

from folkmoot.metrics._came_back import CAME
from folkmoot.metrics._survival import SPELLS, share_within
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Shape, Unit

WINDOWS = """
        windowed as (
            select cast(7 as bigint) as period, person, fate, wait
            from cohort where came_ts > as_of_ts - 7 * 86400
            union all
            select cast(30 as bigint) as period, person, fate, wait
            from cohort where came_ts > as_of_ts - 30 * 86400
            union all
            select cast(90 as bigint) as period, person, fate, wait
            from cohort where came_ts > as_of_ts - 90 * 86400
            union all
            select cast(365 as bigint) as period, person, fate, wait
            from cohort where came_ts > as_of_ts - 365 * 86400
        ),"""

BEHIND = """
        outcomes as (
            select w.period as period, w.person as person, c.came_ts as came_ts,
                c.came_ts + w.wait as came_back_ts, w.fate as fate
            from windowed w join cohort c on c.person = w.person
        )
        select distinct o.period as period, a.event as event
        from outcomes o
        join acts a on a.person = o.person and a.ts = o.came_ts
        where a.kind in ('star', 'fork')
        union all
        select distinct o.period as period, a.event as event
        from outcomes o
        join activities a on a.person = o.person and a.ts = o.came_back_ts
        where o.fate = 'ended' and a.kind in ('commit', 'change.opened', 'issue.opened')
    """

METRIC = Metric(
    id="contributor-confidence",
    version=3,
    title="Contributor confidence",
    question="How likely is somebody who stars or forks to come back with a contribution?",
    page="newcomers",
    unit=Unit.SHARE,
    better=Better.HIGHER,
    shape=Shape.GAUGE,
    gap=Gap.UNKNOWN,
    needs=(
        Kind.STAR,
        Kind.FORK,
    ),
    sql=CAME + WINDOWS + SPELLS,
    events=CAME + WINDOWS + BEHIND,
    definition="https://github.com/open-sauced/app",
    parameters={"days": 90},
    finish=share_within(10),
    min_n=10,
    order=1,
    caveat=(
        "Variant conversion. Who came less than 90 days ago may still come back, and counts as not yet "
        "known; of the last 7 or 30 days it is too soon to tell."
    ),
    nothing="Insufficient data: nobody new here is known to have starred or forked in the last year.",
    wrong_without=(Kind.ISSUE_OPENED, Kind.CHANGE_OPENED),
)
