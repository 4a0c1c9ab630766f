"""Age of open changes.

Question:
    How long have the open changes been open?

Why it matters:
    What is a week old is work; what is two years old is a promise nobody will keep. Answering or
    closing the oldest is kinder than silence.

How it is counted:
    Changes by people that are open now, by the time since they were opened (days of 24 hours; months of
    30 days, years of 365). n is all open ones.

What it does not tell:
    Some are open on purpose, as a list of wishes.

References:
    CHAOSS, Change Requests Duration: https://chaoss.community/kb/metric-change-requests-duration/
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Label, Metric, Shape, Unit

AGES = ("under a week", "under a month", "under 3 months", "under a year", "over a year")

AGED = """
        with aged as (
            select event,
                case when as_of_ts - opened_ts < 7 * 86400 then 'under a week'
                    when as_of_ts - opened_ts < 30 * 86400 then 'under a month'
                    when as_of_ts - opened_ts < 90 * 86400 then 'under 3 months'
                    when as_of_ts - opened_ts < 365 * 86400 then 'under a year'
                    else 'over a year' end as age
            from items cross join clock
            where is_bot = 0 and is_closed = 0 and is_change = 1
        )"""

METRIC = Metric(
    id="change-backlog-age",
    version=1,
    title="Age of open changes",
    question="How long have the open changes been open?",
    page="responsiveness",
    unit=Unit.CHANGES,
    better=Better.NEITHER,
    shape=Shape.BREAKDOWN,
    label=Label.WORD,
    labels=AGES,
    gap=Gap.UNKNOWN,
    needs=(
        Kind.CHANGE_OPENED,
        Kind.CHANGE_CLOSED,
    ),
    sql=AGED
    + """,
        whole as (select count(*) as total from aged)
        select cast(0 as bigint) as period, a.age as label, count(*) as value, max(w.total) as n
        from aged a cross join whole w
        group by a.age
    """,
    events=AGED + "\n        select cast(0 as bigint) as period, event, age as label from aged",
    definition="https://chaoss.community/kb/metric-change-requests-duration/",
    order=54,
)
