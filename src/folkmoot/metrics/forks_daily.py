"""Forks by day.

Question:
    How many forks did each of the last 60 days bring?

Why it matters:
    Forks come in waves after workshops, hackathons and contests. The day tells which one it was.

How it is counted:
    Forks by people per day (UTC); bots are left out. n is the same number.

What it does not tell:
    Most forks are never touched again, and forks that were deleted are no longer listed.

References:
    CHAOSS, Technical Fork: https://chaoss.community/kb/metric-technical-fork/
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Metric, Shape, Unit

METRIC = Metric(
    id="forks-daily",
    version=1,
    title="Forks by day",
    question="How many forks did each of the last 60 days bring?",
    page="attention",
    unit=Unit.FORKS,
    better=Better.NEITHER,
    shape=Shape.SERIES,
    needs=(Kind.FORK,),
    sql="""
        select a.day_id as period, count(*) as value, count(*) as n
        from acts a
        cross join clock k
        where a.kind = 'fork' and a.is_bot = 0 and a.day_id > k.as_of_day_id - 60
        group by a.day_id
    """,
    events="""
        select a.day_id as period, a.event as event
        from acts a
        cross join clock k
        where a.kind = 'fork' and a.is_bot = 0 and a.day_id > k.as_of_day_id - 60
    """,
    definition="https://chaoss.community/kb/metric-technical-fork/",
    order=21,
    wrong_without=(Kind.FORK,),
)
