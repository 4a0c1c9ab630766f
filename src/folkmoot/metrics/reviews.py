"""Reviews.

Question:
    How many reviews are given each month?

Why it matters:
    Reviews are the work that nobody sees in a list of commits, and the first to run short.

How it is counted:
    Reviews of other people's changes by humans, by the month (UTC) in which they were given; n is the
    same number. Several reviews of one change each count. Months before the first review are a gap, not
    0.

What it does not tell:
    A review may be one click or a day's work. Where reviewing means commenting, see activity-by-kind.

References:
    CHAOSS, Change Request Reviews: https://chaoss.community/kb/metric-change-request-reviews/
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Shape, Unit

DONE = """
        with done as (
            select event, month_id
            from interactions
            where kind = 'review' and is_change = 1 and is_own = 0 and is_bot = 0 and person > 0
        )"""

METRIC = Metric(
    id="reviews",
    version=1,
    title="Reviews",
    question="How many reviews are given each month?",
    page="reviews",
    unit=Unit.REVIEWS,
    better=Better.NEITHER,
    shape=Shape.SERIES,
    gap=Gap.UNKNOWN,
    needs=(Kind.REVIEW,),
    sql=DONE
    + """,
        start as (select min(month_id) as first_month from done having count(*) > 0),
        seen as (
            select month_id as month_seen, 1 as found from done
            union all
            select m.month_id as month_seen, 0 as found
            from months m cross join start s where m.month_id >= s.first_month
        )
        select month_seen as period, sum(found) as value, sum(found) as n from seen group by month_seen
    """,
    events=DONE + "\n        select month_id as period, event from done",
    definition="https://chaoss.community/kb/metric-change-request-reviews/",
    order=10,
)
