"""Time to close issues.

Question:
    How long does an issue stay open?

Why it matters:
    What stays open for long weighs on those who keep the list, and tells those who wait that nobody is
    coming.

How it is counted:
    Issues by people, by the year in which they were opened (and in the last 12 months): days to their
    closing, by Kaplan-Meier: what is still open is censored and counts as open until now. `median` is
    when half are closed, `p90` when nine in ten are. Of something reopened, the last closing counts.
    Waits are rounded up to whole minutes, from two days on to hours, from 30 days on to quarters of a
    day. Where fewer than half could be followed for that long, because they are too new, nothing is
    told. n is the number opened.

What it does not tell:
    Closing is not solving: robots that close what is old shorten this number and help nobody. A period
    of which more than half is still open has no median yet.

References:
    CHAOSS, Issue Resolution Duration: https://chaoss.community/kb/metric-issue-resolution-duration/
"""

from folkmoot.metrics._periods import SUMMARISED_EVENTS
from folkmoot.metrics._survival import WAITING, median_and_p90
from folkmoot.model.event import DAY, Kind
from folkmoot.model.metric import Better, Gap, Label, Metric, Shape, Unit

COUNTED = """
        with counted as (
            select opened_year_id as year_id, opened_ts as ts, event,
                case when is_closed = 1 then 'ended' else 'going' end as fate,
                case when is_closed = 1 then closed_ts - opened_ts else as_of_ts - opened_ts end as wait
            from items cross join clock
            where is_bot = 0 and is_change = 0
        ),"""

METRIC = Metric(
    id="time-to-close-issues",
    version=2,
    title="Time to close issues",
    question="How long does an issue stay open?",
    page="responsiveness",
    unit=Unit.DAYS,
    better=Better.LOWER,
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
    definition="https://chaoss.community/kb/metric-issue-resolution-duration/",
    finish=median_and_p90(DAY),
    min_n=5,
    order=20,
    caveat="What is still open counts as open until now, never as closed.",
)
