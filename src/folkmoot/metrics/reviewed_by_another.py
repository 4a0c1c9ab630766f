"""Looked at by somebody else.

Question:
    How many merged changes did another person look at before they went in?

Why it matters:
    It is the weakest and most honest form of review: somebody else saw it. Where even that is rare, one
    person decides alone.

How it is counted:
    Changes by people merged in the year (and in the last 12 months): those on which a human other than
    the author reviewed or commented before the merge, which another human merged, or whose commit names
    one in `Reviewed-by` or `Acked-by`, divided by all; n is all of them. Merging is counted as looking, as
    OpenSSF Scorecard does. Changes count of which it is known whether anybody reviewed them, project by
    project: all of a forge that was read without a gap, also where nobody ever reviewed there; elsewhere
    those merged since the first review that is told of, and none that names Gerrit or Phabricator (see
    merged-without-review). Two projects read from an archive, four changes merged in each, of one of them
    three looked at, and of the other no review told: 3 of 4, not 3 of 8; from a forge, 3 of 8.

What it does not tell:
    Looking is not reviewing: a merge may be one click. See merged-without-review for the stricter
    question.

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
    looked()
    + """
        counted as (
            select i.merged_year_id as year_id, i.merged_ts as ts, i.event as event,
                case when l.item_event is not null or (i.merged_by > 0 and i.merged_by <> i.person)
                    then 1 else 0 end as hit
            from items i
            join reviewable t on t.event = i.event
            left join looked l on l.item_event = i.event
            where i.is_change = 1 and i.is_merged = 1 and i.is_bot = 0
        ),"""
)

METRIC = Metric(
    id="reviewed-by-another",
    version=3,
    title="Looked at by somebody else",
    question="How many merged changes did another person look at before they went in?",
    page="reviews",
    unit=Unit.SHARE,
    better=Better.HIGHER,
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
    order=35,
)
