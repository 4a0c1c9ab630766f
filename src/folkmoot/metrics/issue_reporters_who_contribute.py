"""Reporters who become contributors.

Question:
    How many people who open a first issue get a change merged within a year?

Why it matters:
    It is the step from saying what is wrong to mending it, and the one that a project can make easier.

How it is counted:
    People by the year of their first issue (and of the last 12 months) who had no change merged before:
    the share with a change merged within `days` (365) days of it, by Kaplan-Meier: who came less than
    that ago is censored; times are rounded up as in time-to-first-response, and the estimate stops where
    fewer than five are still watched. The interval is Wilson's (95 %). Where fewer than five could be
    watched for half of that time, nothing is said. Bots are left out. n is the number of people.

What it does not tell:
    Most reporters never mean to write code, and need not. Compare years with one another.

References:
    CHAOSS, New Contributors: https://chaoss.community/kb/metric-new-contributors/
"""

from folkmoot.metrics._periods import EVENTS
from folkmoot.metrics._survival import WAITING, share_within
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Shape, Unit

COUNTED = """
        with asked as (
            select person, min(opened_ts) as asked_ts, min(opened_year_id) as asked_year
            from items where is_change = 0 and is_bot = 0 and person > 0 group by person
        ),
        landed as (
            select person, min(merged_ts) as landed_ts, min(merged_year_id) as landed_year
            from items where is_change = 1 and is_merged = 1 and is_bot = 0 and person > 0 group by person
        ),
        started as (
            select a.person as person, a.asked_ts as asked_ts, a.asked_year as asked_year,
                coalesce(l.landed_ts, 0) as landed_ts
            from asked a left join landed l on l.person = a.person
            where coalesce(l.landed_ts, a.asked_ts + 1) > a.asked_ts
        ),
        firsts as (
            select person, event,
                row_number() over (partition by person order by opened_ts, event) as place
            from items where is_change = 0 and is_bot = 0 and person > 0
        ),
        counted as (
            select s.asked_year as year_id, s.asked_ts as ts, f.event as event,
                case when s.landed_ts > 0 then 'ended' else 'going' end as fate,
                case when s.landed_ts > 0 then s.landed_ts - s.asked_ts
                    else k.as_of_ts - s.asked_ts end as wait
            from started s
            join firsts f on f.person = s.person and f.place = 1
            cross join clock k
        ),"""

METRIC = Metric(
    id="issue-reporters-who-contribute",
    version=3,
    title="Reporters who become contributors",
    question="How many people who open a first issue get a change merged within a year?",
    page="newcomers",
    unit=Unit.SHARE,
    better=Better.HIGHER,
    shape=Shape.SERIES,
    gap=Gap.UNKNOWN,
    needs=(
        Kind.ISSUE_OPENED,
        Kind.CHANGE_CLOSED,
    ),
    sql=COUNTED + WAITING,
    events=COUNTED + EVENTS,
    definition="https://chaoss.community/kb/metric-new-contributors/",
    parameters={"days": 365},
    finish=share_within(5),
    min_n=5,
    order=42,
)
