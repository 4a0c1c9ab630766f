"""How long issues for newcomers last.

Question:
    How soon is an issue that invites newcomers taken up and closed?

Why it matters:
    If they are gone in days, more are needed; if they lie for a year, they are not what newcomers can
    do, or nobody helps them.

How it is counted:
    Issues that carry an inviting label now, by the year in which they were opened (and in the last 12
    months): days to their closing, by Kaplan-Meier; open ones are censored. `median` is when half are
    closed, `p90` when nine in ten are. Waits are rounded up to whole minutes, from two days on to hours,
    from 30 days on to quarters of a day. Where fewer than half could be followed for that long, because
    they are too new, nothing is told. Who opened them does not matter. n is their number.

What it does not tell:
    Who closed it: it may have been an old hand. Days count from the opening of the issue, not from the
    label.

References:
    CHAOSS, Issue Label Inclusivity: https://chaoss.community/kb/metric-issue-label-inclusivity/
"""

from folkmoot.metrics._periods import SUMMARISED_EVENTS
from folkmoot.metrics._survival import WAITING, median_and_p90
from folkmoot.metrics._unanswered import NOT_WELCOMING
from folkmoot.model.event import DAY, Kind
from folkmoot.model.metric import Better, Gap, Label, Metric, Shape, Unit

COUNTED = """
        with welcoming as (
            select project, number from labels
            where is_change = 0 and is_welcoming = 1
            group by project, number
        ),
        counted as (
            select i.opened_year_id as year_id, i.opened_ts as ts, i.event as event,
                case when i.is_closed = 1 then 'ended' else 'going' end as fate,
                case when i.is_closed = 1 then i.closed_ts - i.opened_ts
                    else k.as_of_ts - i.opened_ts end as wait
            from items i
            join welcoming w on w.project = i.project and w.number = i.number
            cross join clock k
            where i.is_change = 0
        ),"""

METRIC = Metric(
    id="good-first-issue-lifetime",
    version=2,
    title="How long issues for newcomers last",
    question="How soon is an issue that invites newcomers taken up and closed?",
    page="newcomers",
    unit=Unit.DAYS,
    better=Better.NEITHER,
    shape=Shape.SERIES,
    label=Label.WORD,
    labels=("median", "p90"),
    gap=Gap.UNKNOWN,
    needs=(
        Kind.ISSUE_OPENED,
        Kind.ISSUE_CLOSED,
    ),
    sql=COUNTED + WAITING,
    events=COUNTED + SUMMARISED_EVENTS,
    definition="https://chaoss.community/kb/metric-issue-label-inclusivity/",
    finish=median_and_p90(DAY),
    min_n=5,
    order=62,
    nothing=NOT_WELCOMING,
)
