"""Change closure ratio.

Question:
    Are as many changes closed as are opened?

Why it matters:
    Below 1 the pile grows, and everybody waits longer; above 1 it shrinks. It shows early whether
    reviewing keeps up.

How it is counted:
    Changes by people closed in the month, merged or not, divided by those opened in the same month;
    over the last 12 months likewise. CHAOSS states this ratio both ways; this is closed in the period
    over opened in the period, so what is closed may have been opened long before. n is opened and
    closed together. A month without a change opened has no ratio.

What it does not tell:
    Closing a hundred old changes in one tidy-up looks splendid for a month. The ratio says nothing
    about how many were merged.

References:
    CHAOSS, Change Request Closure Ratio:
    https://chaoss.community/kb/metric-change-request-closure-ratio/
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Shape, Unit

FLOW = """
        with moved as (
            select opened_month_id as month_seen, opened_ts as moved_ts, event, 1 as came, 0 as went
            from changes where is_bot = 0 and is_settled = 1 and has_opened = 1
            union all
            select closed_month_id as month_seen, closed_ts as moved_ts, event, 0 as came, 1 as went
            from changes where is_bot = 0 and is_settled = 1 and is_closed = 1
        ),
        flow as (
            select month_seen as period, event, came, went from moved
            union all
            select cast(1 as bigint) as period, m.event as event, m.came as came, m.went as went
            from moved m cross join clock k where m.moved_ts > k.year_ago_ts
        )"""

METRIC = Metric(
    id="change-closure-ratio",
    version=1,
    title="Change closure ratio",
    question="Are as many changes closed as are opened?",
    page="responsiveness",
    unit=Unit.INDEX,
    better=Better.HIGHER,
    shape=Shape.SERIES,
    gap=Gap.UNKNOWN,
    needs=(
        Kind.CHANGE_OPENED,
        Kind.CHANGE_CLOSED,
    ),
    sql=FLOW
    + """
        select period, 1e0 * sum(went) / nullif(sum(came), 0) as value, sum(came + went) as n
        from flow
        group by period
        having sum(came) > 0
    """,
    events=FLOW + "\n        select period, event from flow",
    definition="https://chaoss.community/kb/metric-change-request-closure-ratio/",
    min_n=5,
    order=30,
    caveat="Closed in the period, merged or not, over opened in the period.",
)
