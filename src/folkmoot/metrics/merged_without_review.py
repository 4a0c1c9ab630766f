"""Merged without a review.

Question:
    How many changes are merged that nobody else reviewed?

Why it matters:
    A second pair of eyes is the cheapest defence against mistakes and against one stolen account. A
    rising share often means that nobody has time to look.

How it is counted:
    Changes by people merged in the year (and in the last 12 months): those without a review or a
    comment on a line by a human other than the author before the merge, divided by all; n is all of
    them. Only where the forge tells of any review at all.

What it does not tell:
    Work reviewed in a call, in a pair or by e-mail looks unreviewed. A plain comment such as "looks
    good" is no review here; see reviewed-by-another.

References:
    CHAOSS, Change Request Reviews: https://chaoss.community/kb/metric-change-request-reviews/
    OpenSSF Scorecard, Code-Review:
    https://github.com/ossf/scorecard/blob/main/docs/checks.md#code-review
"""

from folkmoot.metrics._periods import EVENTS, SHARE
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Shape, Unit

COUNTED = """
        with told as (select count(*) as reviews from interactions where kind = 'review'),
        looked as (
            select x.item_event as item_event
            from interactions x
            join items i on i.event = x.item_event
            where x.is_change = 1 and x.is_own = 0 and x.is_bot = 0 and x.person > 0
                and x.kind in ('review', 'review.comment')
                and i.is_merged = 1 and x.ts <= i.merged_ts
            group by x.item_event
        ),
        counted as (
            select i.merged_year_id as year_id, i.merged_ts as ts, i.event as event,
                case when l.item_event is null then 1 else 0 end as hit
            from items i
            cross join told t
            left join looked l on l.item_event = i.event
            where i.is_change = 1 and i.is_merged = 1 and i.is_bot = 0 and t.reviews > 0
        ),"""

METRIC = Metric(
    id="merged-without-review",
    version=1,
    title="Merged without a review",
    question="How many changes are merged that nobody else reviewed?",
    page="reviews",
    unit=Unit.SHARE,
    better=Better.LOWER,
    shape=Shape.SERIES,
    gap=Gap.UNKNOWN,
    needs=(
        Kind.CHANGE_MERGED,
        Kind.REVIEW,
    ),
    sql=COUNTED + SHARE,
    events=COUNTED + EVENTS,
    definition="https://chaoss.community/kb/metric-change-request-reviews/",
    min_n=5,
    order=30,
)
