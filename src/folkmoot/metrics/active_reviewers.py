"""Active reviewers.

Question:
    How many people review each month?

Why it matters:
    A change needs somebody with time to read it. Two reviewers, one of them on holiday, are a queue.

How it is counted:
    People with at least one review of somebody else's change in the month (UTC); bots are left out. n
    is the number of reviews.

What it does not tell:
    Who reviews by commenting only is not counted.

References:
    CHAOSS, Contributors: https://chaoss.community/kb/metric-contributors/
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Metric, Shape, Unit

METRIC = Metric(
    id="active-reviewers",
    version=1,
    title="Active reviewers",
    question="How many people review each month?",
    page="reviews",
    unit=Unit.PEOPLE,
    better=Better.HIGHER,
    shape=Shape.SERIES,
    needs=(Kind.REVIEW,),
    sql="""
        select month_id as period, count(distinct person) as value, count(*) as n
        from interactions
        where kind = 'review' and is_change = 1 and is_own = 0 and is_bot = 0 and person > 0
        group by month_id
    """,
    events="""
        select month_id as period, event
        from interactions
        where kind = 'review' and is_change = 1 and is_own = 0 and is_bot = 0 and person > 0
    """,
    definition="https://chaoss.community/kb/metric-contributors/",
    order=12,
)
