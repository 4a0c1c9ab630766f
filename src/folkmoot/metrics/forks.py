"""Forks.

Question:
    How many forks does each month bring?

Why it matters:
    A fork is often the first step of a change, and sometimes the first step away.

How it is counted:
    Forks by people per month (UTC); bots are left out. n is the same number.

What it does not tell:
    Most forks are never touched again, and forks that were deleted are no longer listed.

References:
    CHAOSS, Technical Fork: https://chaoss.community/kb/metric-technical-fork/
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Metric, Shape, Unit

METRIC = Metric(
    id="forks",
    version=1,
    title="Forks",
    question="How many forks does each month bring?",
    page="attention",
    unit=Unit.FORKS,
    better=Better.NEITHER,
    shape=Shape.SERIES,
    needs=(Kind.FORK,),
    sql="""
        select month_id as period, count(*) as value, count(*) as n
        from acts
        where kind = 'fork' and is_bot = 0
        group by month_id
    """,
    events="select month_id as period, event from acts where kind = 'fork' and is_bot = 0",
    definition="https://chaoss.community/kb/metric-technical-fork/",
    order=20,
    wrong_without=(Kind.FORK,),
)
