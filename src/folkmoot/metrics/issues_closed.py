"""Issues closed.

Question:
    How many issues are closed each month?

Why it matters:
    It is the demand on those who answer, and beside its counterpart it shows whether they keep up.

How it is counted:
    Issues by people, by the month (UTC) in which they were closed; n is the same number. Months before
    the first issue are a gap, not 0.

What it does not tell:
    Closed is not solved. Of an issue closed, reopened and closed again, only the last closing is here.

References:
    CHAOSS, Issues Closed: https://chaoss.community/kb/metric-issues-closed/
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Shape, Unit

METRIC = Metric(
    id="issues-closed",
    version=1,
    title="Issues closed",
    question="How many issues are closed each month?",
    page="responsiveness",
    unit=Unit.ISSUES,
    better=Better.NEITHER,
    shape=Shape.SERIES,
    gap=Gap.UNKNOWN,
    needs=(
        Kind.ISSUE_OPENED,
        Kind.ISSUE_CLOSED,
    ),
    sql="""
        with start as (
            select min(opened_month_id) as first_month from items where is_change = 0 having count(*) > 0
        ),
        seen as (
            select closed_month_id as month_seen, 1 as found
            from items
            where is_bot = 0 and is_change = 0 and is_closed = 1
            union all
            select m.month_id as month_seen, 0 as found
            from months m cross join start s where m.month_id >= s.first_month
        )
        select month_seen as period, sum(found) as value, sum(found) as n
        from seen
        group by month_seen
    """,
    events="""
        select closed_month_id as period, event
        from items
        where is_bot = 0 and is_change = 0 and is_closed = 1
    """,
    definition="https://chaoss.community/kb/metric-issues-closed/",
    order=42,
)
