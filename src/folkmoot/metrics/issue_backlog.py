"""Open issues.

Question:
    How many issues are open?

Why it matters:
    A pile that only grows tells both sides that asking is in vain. Its course matters, not its height.

How it is counted:
    Issues by people open at the end of each month (UTC): opened by then and not closed by then. Of
    something reopened, the last closing counts. n is the same number.

What it does not tell:
    Large projects have large piles. A fall may be answers, or a robot closing what is old.

References:
    CHAOSS, Issues Active: https://chaoss.community/kb/metric-issues-active/
"""

from folkmoot.metrics._open_over_time import EVENTS, OVER_TIME
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Shape, Unit

OPEN = """
        with chosen as (
            select event, opened_month_id, is_closed, closed_month_id
            from items
            where is_bot = 0 and is_change = 0
        )"""

METRIC = Metric(
    id="issue-backlog",
    version=1,
    title="Open issues",
    question="How many issues are open?",
    page="responsiveness",
    unit=Unit.ISSUES,
    better=Better.NEITHER,
    shape=Shape.SERIES,
    gap=Gap.UNKNOWN,
    needs=(Kind.ISSUE_OPENED,),
    sql=OPEN + OVER_TIME,
    events=OPEN + EVENTS,
    definition="https://chaoss.community/kb/metric-issues-active/",
    order=50,
)
