"""Attention.

Question:
    How much attention does each month bring?

Why it matters:
    One number for who looks and who means to do something, in which a fork weighs twice as much as a
    star.

How it is counted:
    Stars plus two times forks by people per month (UTC); bots are left out, and un-stars are not taken
    off. n is the number of stars and forks.

What it does not tell:
    Attention is not use, and not contribution.

References:
    OpenDigger, attention: https://github.com/X-lab2017/open-digger
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Metric, Shape, Unit

METRIC = Metric(
    id="attention",
    version=1,
    title="Attention",
    question="How much attention does each month bring?",
    page="attention",
    unit=Unit.INDEX,
    better=Better.NEITHER,
    shape=Shape.SERIES,
    needs=(
        Kind.STAR,
        Kind.FORK,
    ),
    sql="""
        select month_id as period, sum(case when kind = 'fork' then 2 else 1 end) as value, count(*) as n
        from acts
        where kind in ('star', 'fork') and is_bot = 0
        group by month_id
    """,
    events="select month_id as period, event from acts where kind in ('star', 'fork') and is_bot = 0",
    definition="https://github.com/X-lab2017/open-digger",
    order=5,
    wrong_without=(Kind.STAR, Kind.FORK),
)
