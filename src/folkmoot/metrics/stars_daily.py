"""Stars by day.

Question:
    How many stars did each of the last 60 days bring, and how many were taken back?

Why it matters:
    A day that stands out has a reason: a talk, an article, a release, or somebody buying stars. It can be
    found while people still remember.

How it is counted:
    Stars (`given`) and un-stars (`taken back`) by people per day (UTC), as far as the forge or an archive
    tells who did it and when; bots are left out. n is the same number.

What it does not tell:
    Forges list the stars that still stand; those taken back are seen by archives and webhooks only.

References:
    CHAOSS, Project Popularity: https://chaoss.community/kb/metric-project-popularity/
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Label, Metric, Shape, Unit

METRIC = Metric(
    id="stars-daily",
    version=1,
    title="Stars by day",
    question="How many stars did each of the last 60 days bring, and how many were taken back?",
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
        select a.day_id as period, case when a.kind = 'star' then 'given' else 'taken back' end as label,
            count(*) as value, count(*) as n
        from acts a
        cross join clock k
        where a.kind in ('star', 'unstar') and a.is_bot = 0 and a.day_id > k.as_of_day_id - 60
        group by a.day_id, a.kind
    """,
    events="""
        select a.day_id as period, a.event as event,
            case when a.kind = 'star' then 'given' else 'taken back' end as label
        from acts a
        cross join clock k
        where a.kind in ('star', 'unstar') and a.is_bot = 0 and a.day_id > k.as_of_day_id - 60
    """,
    definition="https://chaoss.community/kb/metric-project-popularity/",
    order=11,
    wrong_without=(Kind.STAR,),
)
