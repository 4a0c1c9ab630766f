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
    sql=OPEN
    + """,
        flow as (
            select opened_month_id as month_seen, 1 as came from chosen
            union all
            select closed_month_id as month_seen, -1 as came from chosen where is_closed = 1
            union all
            select m.month_id as month_seen, 0 as came
            from months m
            cross join (select min(opened_month_id) as first_month from chosen having count(*) > 0) s
            where m.month_id >= s.first_month
        ),
        monthly as (select month_seen, sum(came) as change_of from flow group by month_seen)
        select month_seen as period,
            sum(change_of) over (order by month_seen rows unbounded preceding) as value,
            sum(change_of) over (order by month_seen rows unbounded preceding) as n
        from monthly
    """,
    events=OPEN
    + """
        select m.month_id as period, c.event as event
        from months m cross join chosen c
        where c.opened_month_id <= m.month_id and (c.is_closed = 0 or c.closed_month_id > m.month_id)
    """,
    definition="https://chaoss.community/kb/metric-issues-active/",
    order=50,
)
