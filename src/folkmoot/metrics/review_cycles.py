"""Rounds of review.

Question:
    How many rounds of review does a change go through?

Why it matters:
    One round is usual; many mean that what is wanted becomes clear only after the work is done. That is
    what tires both sides.

How it is counted:
    Changes by people closed in the year (and in the last 12 months) that were reviewed at all. A round
    begins with a review (or a comment on a line) by another human that follows the opening, or anything
    the author said since the last round. `median` and `p90` of the rounds; n is the number of changes.

What it does not tell:
    New commits are an answer that does not show here, so two rounds with nothing but a commit between
    count as one. Long discussions within one round count as one.

References:
    CHAOSS, Review Cycle Duration within a Change Request:
    https://chaoss.community/kb/metric-review-cycle-duration-within-a-change-request/
"""

from folkmoot.metrics._periods import SUMMARISED_EVENTS, summarised
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Label, Metric, Shape, Unit

COUNTED = """
        with spoken as (
            select x.item_event as item_event, x.is_own as is_own,
                lag(x.is_own, 1, 1) over (partition by x.item_event order by x.ts, x.event) as was_own
            from interactions x
            join items i on i.event = x.item_event
            where x.is_change = 1 and x.is_bot = 0 and x.person > 0 and i.is_closed = 1
                and x.ts <= i.closed_ts
                and (x.is_own = 1 or x.kind in ('review', 'review.comment'))
        ),
        cycled as (
            select item_event, sum(case when is_own = 0 and was_own = 1 then 1 else 0 end) as cycles
            from spoken
            group by item_event
        ),
        counted as (
            select i.closed_year_id as year_id, i.closed_ts as ts, i.event as event, c.cycles as wait
            from items i
            join cycled c on c.item_event = i.event
            where i.is_bot = 0 and c.cycles > 0
        ),"""

METRIC = Metric(
    id="review-cycles",
    version=1,
    title="Rounds of review",
    question="How many rounds of review does a change go through?",
    page="reviews",
    unit=Unit.ROUNDS,
    better=Better.LOWER,
    shape=Shape.SERIES,
    label=Label.WORD,
    labels=("median", "p90"),
    gap=Gap.UNKNOWN,
    needs=(
        Kind.CHANGE_CLOSED,
        Kind.REVIEW,
    ),
    sql=COUNTED + summarised(1),
    events=COUNTED + SUMMARISED_EVENTS,
    definition="https://chaoss.community/kb/metric-review-cycle-duration-within-a-change-request/",
    min_n=5,
    order=40,
)
