"""From the first issue to the first merged change.

Question:
    How long from somebody's first issue to their first merged change?

Why it matters:
    Reporting is how many begin. A long way from there to a first change is the place to help: a mentor,
    a described task, a quick review.

How it is counted:
    People whose first change was merged in the year (and in the last 12 months) and who had opened an
    issue before: days from their first issue to that merge, `median` and `p90`. Bots are left out. n is
    the number of people.

What it does not tell:
    Those who never got there are not in it; see issue-reporters-who-contribute.

References:
    CHAOSS, New Contributors: https://chaoss.community/kb/metric-new-contributors/
"""

from folkmoot.i18n import Absence
from folkmoot.metrics._periods import SUMMARISED_EVENTS, summarised
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Label, Metric, Shape, Unit

COUNTED = """
        with asked as (
            select person, min(opened_ts) as asked_ts, min(opened_year_id) as asked_year
            from items where is_change = 0 and is_bot = 0 and person > 0 group by person
        ),
        landed as (
            select person, min(merged_ts) as landed_ts, min(merged_year_id) as landed_year
            from items where is_change = 1 and is_merged = 1 and is_bot = 0 and person > 0 group by person
        ),
        merged as (
            select person, event,
                row_number() over (partition by person order by merged_ts, event) as place
            from items where is_change = 1 and is_merged = 1 and is_bot = 0 and person > 0
        ),
        counted as (
            select l.landed_year as year_id, l.landed_ts as ts, m.event as event,
                l.landed_ts - a.asked_ts as wait
            from asked a
            join landed l on l.person = a.person
            join merged m on m.person = a.person and m.place = 1
            where a.asked_ts < l.landed_ts
        ),"""

METRIC = Metric(
    id="first-issue-to-first-change",
    version=1,
    title="From the first issue to the first merged change",
    question="How long from somebody's first issue to their first merged change?",
    page="newcomers",
    unit=Unit.DAYS,
    better=Better.LOWER,
    shape=Shape.SERIES,
    label=Label.WORD,
    labels=("median", "p90"),
    gap=Gap.UNKNOWN,
    needs=(
        Kind.ISSUE_OPENED,
        Kind.CHANGE_CLOSED,
    ),
    sql=COUNTED + summarised(86400),
    events=COUNTED + SUMMARISED_EVENTS,
    definition="https://chaoss.community/kb/metric-new-contributors/",
    min_n=5,
    order=40,
    nothing=Absence("Nobody has come from a first issue to a first merged change yet."),
)
