"""Contributor confidence over time.

Question:
    How has the share of those who come back changed?

Why it matters:
    A star is a glance; a fork is often an intention. How many of those who came near return with
    something tells how welcoming a project is to work with. Under 10 % it is hard to get into and few
    return; from 10 % some return; from 30 % it is approachable and many return; from 37 % it is very
    welcoming.

How it is counted:
    The variant `conversion`, for each month: the people who came in it and in the two months before:
    people (bots left out) whose first star or fork here lies in that time and who had made no commit and
    opened no change or issue before. They have come back once they make a commit or open a change or an
    issue within `days` (90) days. Whoever came less than 90 days ago is censored (Kaplan-Meier): they may
    still come back; times are rounded up as in time-to-first-response, and the estimate stops where fewer
    than five are still watched. The interval is Wilson's (95 %), with somebody watched for half of the 90
    days counting as half. n is the number of people; under 10 in this way of counting, or where fewer
    than five could be watched for 45 days, it says "insufficient data".

What it does not tell:
    Most stars are bookmarks. Forges show who starred to maintainers only; without that, these are the
    people who forked, who come back more often. People who help in other ways do not show. Neighbouring
    months share people, so the line moves slowly.

References:
    Opensauced, contributor confidence: https://github.com/open-sauced/app
    CHAOSS, Conversion Rate: https://chaoss.community/kb/metric-conversion-rate/
"""

from folkmoot.metrics._came_back import CAME
from folkmoot.metrics._survival import SPELLS, share_within
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Shape, Unit

ROLLING = """
        placed as (
            select m.month_index as month_index, c.person as person, c.fate as fate, c.wait as wait
            from cohort c join months m on m.month_id = c.came_month
        ),
        rolled as (
            select month_index, person, fate, wait from placed
            union all
            select month_index + 1 as month_index, person, fate, wait from placed
            union all
            select month_index + 2 as month_index, person, fate, wait from placed
        ),
        windowed as (
            select m.month_id as period, r.person as person, r.fate as fate, r.wait as wait
            from rolled r join months m on m.month_index = r.month_index
        ),"""

METRIC = Metric(
    id="contributor-confidence-history",
    version=4,
    title="Contributor confidence over time",
    question="How has the share of those who come back changed?",
    page="newcomers",
    unit=Unit.SHARE,
    better=Better.HIGHER,
    shape=Shape.SERIES,
    gap=Gap.UNKNOWN,
    needs=(
        Kind.STAR,
        Kind.FORK,
    ),
    sql=CAME + ROLLING + SPELLS,
    events=CAME
    + ROLLING
    + """
        outcomes as (
            select w.period as period, w.person as person, c.came_ts as came_ts
            from windowed w join cohort c on c.person = w.person
        )
        select distinct o.period as period, a.event as event
        from outcomes o
        join acts a on a.person = o.person and a.ts = o.came_ts
        where a.kind in ('star', 'fork')
    """,
    definition="https://github.com/open-sauced/app",
    parameters={"days": 90},
    finish=share_within(10),
    min_n=10,
    order=2,
    caveat="Each month with the two before it. The last three months are not fully known yet.",
    wrong_without=(Kind.ISSUE_OPENED, Kind.CHANGE_OPENED),
)
