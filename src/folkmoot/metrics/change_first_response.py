"""Time to first response to changes.

Question:
    How long until somebody answers a change?

Why it matters:
    It is the number that newcomers feel first, and one that a community can change within a week. Of
    people whose first change waited for months to be merged, few bring a second; within a month it made
    no difference how long (see the agenda, tested on the past).

How it is counted:
    Changes by people, by the year in which they were opened (and in the last 12 months): hours to the
    first comment or review by a human other than the author. What is still unanswered is censored: it
    counts as waiting until now. So is what was closed without a word; a comment within a minute of
    closing is an answer. Kaplan-Meier gives the time by which half are answered (`median`) and nine in
    ten (`p90`). Waits are rounded up to whole minutes, from two days on to hours, from 30 days on to
    quarters of a day. Where fewer than half could be followed for that long, because they are too new
    or were closed without a word, nothing is told. n is the number opened, waiting ones included.

What it does not tell:
    Whether the answer helped. Reactions and answers by robots are no answers; an answer given
    elsewhere, in a chat or a meeting, does not show. Nights and weekends count like any hour.

References:
    CHAOSS, Time to First Response: https://chaoss.community/kb/metric-time-to-first-response/
"""

from folkmoot.metrics._first_response import counted
from folkmoot.metrics._periods import SUMMARISED_EVENTS
from folkmoot.metrics._survival import WAITING, median_and_p90
from folkmoot.model.event import HOUR, Kind
from folkmoot.model.metric import Better, Gap, Label, Metric, Shape, Unit

COUNTED = counted("is_change = 1")

METRIC = Metric(
    id="change-first-response",
    version=2,
    title="Time to first response to changes",
    question="How long until somebody answers a change?",
    page="responsiveness",
    unit=Unit.HOURS,
    better=Better.LOWER,
    shape=Shape.SERIES,
    label=Label.WORD,
    labels=("median", "p90"),
    gap=Gap.UNKNOWN,
    needs=(
        Kind.CHANGE_OPENED,
        Kind.REVIEW_COMMENT,
    ),
    sql=COUNTED + WAITING,
    events=COUNTED + SUMMARISED_EVENTS,
    definition="https://chaoss.community/kb/metric-time-to-first-response/",
    finish=median_and_p90(HOUR),
    min_n=5,
    order=12,
    caveat="What is still unanswered counts as waiting until now, never as answered.",
)
