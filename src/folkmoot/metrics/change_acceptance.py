"""Changes accepted.

Question:
    Of the changes that were decided on, how many were merged?

Why it matters:
    Work that is refused late is lost on both sides. A falling share says that offers and wishes no
    longer meet.

How it is counted:
    Changes by people closed in the year (and in the last 12 months): those merged, divided by merged
    and closed unmerged together; n is all of these. What is still open is not in it.

What it does not tell:
    A change closed unmerged may have been replaced by a better one, or merged by hand. Authors close
    their own changes too.

References:
    CHAOSS, Change Request Acceptance Ratio:
    https://chaoss.community/kb/metric-change-request-acceptance-ratio/
"""

from folkmoot.metrics._periods import EVENTS, SHARE
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Shape, Unit

COUNTED = """
        with counted as (
            select cast(1e0 * (closed_month_id - closed_month_id % 100) / 100 as bigint) as year_id,
                closed_ts as ts, event, is_merged as hit
            from changes
            where is_bot = 0 and is_settled = 1 and is_closed = 1
        ),"""

METRIC = Metric(
    id="change-acceptance",
    version=1,
    title="Changes accepted",
    question="Of the changes that were decided on, how many were merged?",
    page="responsiveness",
    unit=Unit.SHARE,
    better=Better.NEITHER,
    shape=Shape.SERIES,
    gap=Gap.UNKNOWN,
    needs=(
        Kind.CHANGE_MERGED,
        Kind.CHANGE_CLOSED,
    ),
    sql=COUNTED + SHARE,
    events=COUNTED + EVENTS,
    definition="https://chaoss.community/kb/metric-change-request-acceptance-ratio/",
    min_n=5,
    order=35,
    caveat="Merged over merged and closed unmerged; what is still open is left out.",
)
