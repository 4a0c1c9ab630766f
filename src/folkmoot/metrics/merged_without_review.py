"""Merged without a review.

Question:
    How many changes are merged that nobody else reviewed?

Why it matters:
    A second pair of eyes is the cheapest defence against mistakes and against one stolen account. A
    rising share often means that nobody has time to look.

How it is counted:
    Changes by people merged in the year (and in the last 12 months): those without a review or a
    comment on a line by a human other than the author before the merge, divided by all; n is all of
    them. A change whose commit names somebody else in `Reviewed-by` or `Acked-by` was reviewed. Changes
    count of which it is known whether anybody reviewed them, project by project: all of a forge that was
    read without a gap (of a dump, where there is any review in it), also where nobody ever reviewed there;
    where an archive of events, deliveries or a reading with gaps told, those merged since the first review
    they tell of, as nobody says whether earlier reviews were not made or not read. A change whose commit
    names Gerrit or Phabricator is left out: it was reviewed there, or not. Git alone tells of no review.
    Two projects read from an archive, four changes merged in each, of one of them three reviewed, and of
    the other no review told: 1 of 4 is without, not 5 of 8; read whole from a forge, it is 5 of 8.

What it does not tell:
    Work reviewed in a call, in a pair or by e-mail looks unreviewed, and so does what was approved in a
    plain comment such as "looks good", the only way before a forge had reviews (GitHub: September 2016);
    see reviewed-by-another.

References:
    CHAOSS, Change Request Reviews: https://chaoss.community/kb/metric-change-request-reviews/
    OpenSSF Scorecard, Code-Review:
    https://github.com/ossf/scorecard/blob/main/docs/checks.md#code-review
"""

from folkmoot.metrics._looked import looked
from folkmoot.metrics._periods import EVENTS, SHARE
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Shape, Unit

COUNTED = (
    looked(" and x.kind in ('review', 'review.comment')")
    + """
        counted as (
            select i.merged_year_id as year_id, i.merged_ts as ts, i.event as event,
                case when l.item_event is null then 1 else 0 end as hit
            from items i
            join reviewable t on t.event = i.event
            left join looked l on l.item_event = i.event
            where i.is_change = 1 and i.is_merged = 1 and i.is_bot = 0
        ),"""
)

METRIC = Metric(
    id="merged-without-review",
    version=3,
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
