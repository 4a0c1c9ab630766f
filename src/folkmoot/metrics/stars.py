"""Stars given and taken back.

Question:
    How many stars does each month bring, and how many are taken back?

Why it matters:
    Stars come in waves after talks and news. Whether they stay, and whether people follow them, is what
    matters.

How it is counted:
    Stars (`given`) and un-stars (`taken back`) by people per month (UTC), as far as the forge or an
    archive tells who did it and when; bots are left out. n is the same number.

What it does not tell:
    Forges list the stars that still stand; those taken back are seen by archives and webhooks only.
    Stars can be bought.

References:
    CHAOSS, Project Popularity: https://chaoss.community/kb/metric-project-popularity/
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Label, Metric, Shape, Unit

METRIC = Metric(
    id="stars",
    version=1,
    title="Stars given and taken back",
    question="How many stars does each month bring, and how many are taken back?",
    page="attention",
    unit=Unit.STARS,
    better=Better.NEITHER,
    shape=Shape.SERIES,
    label=Label.WORD,
    labels=("given", "taken back"),
    needs=(
        Kind.STAR,
        Kind.UNSTAR,
    ),
    sql="""
        select month_id as period, case when kind = 'star' then 'given' else 'taken back' end as label,
            count(*) as value, count(*) as n
        from acts
        where kind in ('star', 'unstar') and is_bot = 0
        group by month_id, kind
    """,
    events="""
        select month_id as period, event, case when kind = 'star' then 'given' else 'taken back' end as label
        from acts
        where kind in ('star', 'unstar') and is_bot = 0
    """,
    definition="https://chaoss.community/kb/metric-project-popularity/",
    order=10,
    wrong_without=(Kind.STAR,),
)
