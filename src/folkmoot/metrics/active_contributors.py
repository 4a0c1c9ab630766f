"""Active contributors per month.

Question:
    How many people contribute each month?

Why it matters:
    A number of people that shrinks while the work stays the same is the first sign of overload; it shows
    months before the number of commits does.

How it is counted:
    People with at least one contribution in the month: a commit on the default branch (merges left out) or a
    trailer naming them for it (co-author, reviewer, tester, reporter and the others). Bots are left out. The
    month is the author's date in UTC.

What it does not tell:
    People who answer questions, triage, design or speak for the project leave no trace in git; connect a
    forge to see them. Ten people with one commit and one with ten count differently here, on purpose.

References:
    CHAOSS, Contributors: https://chaoss.community/kb/metric-contributors/
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Metric, Shape, Unit

METRIC = Metric(
    id="active-contributors",
    version=1,
    title="Active contributors",
    question="How many people contribute each month?",
    page="people",
    unit=Unit.PEOPLE,
    better=Better.HIGHER,
    shape=Shape.SERIES,
    needs=(Kind.COMMIT, Kind.COAUTHOR),
    sql="""
        select month_id as period, count(distinct person) as value, count(*) as n
        from contributions
        where is_bot = 0
        group by month_id
    """,
    events="select month_id as period, event, person, kind from contributions where is_bot = 0",
    definition="https://chaoss.community/kb/metric-contributors/",
    order=10,
)
