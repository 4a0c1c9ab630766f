"""Unusual months.

Question:
    Which months brought far more stars or forks than usual?

Why it matters:
    A jump has a cause: a talk, a mention, a bought campaign. Knowing the month is how to find it; and a
    jump in stars without forks or issues is worth a second look.

How it is counted:
    For each month that is over, after six months at least: its stars (and forks) by people, less the
    median of up to 24 months before it, divided by their robust spread (1.4826 x the median distance
    from the median, but never less than the root of the median nor than 1). Above 3.5 or below -3.5 is
    unusual. Bots are left out. n is the number of stars or forks.

What it does not tell:
    Why. A project that grows steadily has higher numbers in each month without any being unusual.

References:
    Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993:
    https://hwbdocuments.env.nm.gov/Los%20Alamos%20National%20Labs/TA%2054/11587.pdf
    CHAOSS, Project Popularity: https://chaoss.community/kb/metric-project-popularity/
"""

from folkmoot.metrics._unusual import distance
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Label, Metric, Row, Shape, Unit


def finish(rows: list[Row], months: int, least_months: int) -> list[Row]:
    """Turn counts by month into distances from what was usual before; the first months say nothing."""
    found = []
    for label in dict.fromkeys(row.label for row in rows):
        own = sorted((row for row in rows if row.label == label), key=lambda row: row.period)
        for place, row in enumerate(own):
            before = [float(earlier.n) for earlier in own[max(0, place - months) : place]]
            if len(before) >= least_months:
                found.append(row._replace(value=distance(float(row.n), before)))
    return found


METRIC = Metric(
    id="unusual-attention",
    version=2,
    title="Unusual months",
    question="Which months brought far more stars or forks than usual?",
    page="attention",
    unit=Unit.INDEX,
    better=Better.NEITHER,
    shape=Shape.SERIES,
    label=Label.WORD,
    labels=("stars", "forks"),
    gap=Gap.UNKNOWN,
    needs=(
        Kind.STAR,
        Kind.FORK,
    ),
    sql="""
        with begun as (
            select kind, min(month_id) as first_month from acts
            where kind in ('star', 'fork') and is_bot = 0 group by kind
        ),
        seen as (
            select month_id as month_seen, kind, 1 as found
            from acts where kind in ('star', 'fork') and is_bot = 0
            union all
            select m.month_id as month_seen, b.kind as kind, 0 as found
            from months m cross join begun b where m.month_id >= b.first_month
        ),
        monthly as (
            select month_seen, case when kind = 'star' then 'stars' else 'forks' end as what,
                sum(found) as came
            from seen group by month_seen, kind
        )
        select y.month_seen as period, y.what as label, y.came as value, y.came as n
        from monthly y join months m on m.month_id = y.month_seen
        where m.is_complete = 1
    """,
    events="""
        select month_id as period, event, case when kind = 'star' then 'stars' else 'forks' end as label
        from acts
        where kind in ('star', 'fork') and is_bot = 0
    """,
    definition="https://hwbdocuments.env.nm.gov/Los%20Alamos%20National%20Labs/TA%2054/11587.pdf",
    parameters={"months": 24, "least_months": 6},
    finish=finish,
    order=30,
    caveat="Above 3.5, a month brought far more than usual for this project.",
)
