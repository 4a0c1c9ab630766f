"""Unusual days for stars.

Question:
    On which days did the number of stars rise or fall far more than usual?

Why it matters:
    Who gives a star, and when, most forges no longer tell, so months cannot be judged. Daily counts show
    the day all the same: a talk, a mention, a bought campaign, or a forge that took bought stars back.

How it is counted:
    Of each of the last 90 days (UTC) by how much the counts rose or fell since the day before, all projects
    together, as in *Stars from day to day*; after 14 such days at least. Less the median of up to 28 such
    days before it, divided by their robust spread (1.4826 x the median distance from the median, but never
    less than the root of the median nor than 1). Above 3.5 or below -3.5 is unusual. n is by how much the
    number rose (`gained`) or fell (`lost`).

What it does not tell:
    Why. What came and went between two counts does not show, and robots are counted along, as forges do.

References:
    Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993:
    https://hwbdocuments.env.nm.gov/Los%20Alamos%20National%20Labs/TA%2054/11587.pdf
    CHAOSS, Project Popularity: https://chaoss.community/kb/metric-project-popularity/
"""

from folkmoot.metrics._from_day_to_day import pairs
from folkmoot.metrics._unusual import distance
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Label, Metric, Row, Shape, Unit

PAIRS = pairs("stars", days=90)


def finish(rows: list[Row], days: int, least_days: int) -> list[Row]:
    """Turn changes by day into distances from what was usual before; the first days say nothing."""
    found = []
    ordered = sorted(rows, key=lambda row: row.period)
    for place, row in enumerate(ordered):
        before = [earlier.value or 0.0 for earlier in ordered[max(0, place - days) : place]]
        if len(before) >= least_days:
            found.append(row._replace(value=distance(row.value or 0.0, before)))
    return found


METRIC = Metric(
    id="stars-unusual-days",
    version=1,
    title="Unusual days for stars",
    question="On which days did the number of stars rise or fall far more than usual?",
    page="attention",
    unit=Unit.INDEX,
    better=Better.NEITHER,
    shape=Shape.SERIES,
    label=Label.WORD,
    labels=("gained", "lost"),
    gap=Gap.UNKNOWN,
    needs=(Kind.STAR,),
    sql=PAIRS
    + """
        select day_seen as period, case when more < fewer then 'lost' else 'gained' end as label,
            more - fewer as value, case when more < fewer then fewer - more else more - fewer end as n
        from days
    """,
    events=PAIRS
    + """
        select d.day_seen as period, 'snapshot' as event,
            case when d.more < d.fewer then 'lost' else 'gained' end as label
        from days d join pairs p on p.day_seen = d.day_seen
    """,
    definition="https://hwbdocuments.env.nm.gov/Los%20Alamos%20National%20Labs/TA%2054/11587.pdf",
    parameters={"days": 28, "least_days": 14},
    finish=finish,
    order=31,
    caveat="Above 3.5, a day brought far more than usual for this project; below -3.5, it took more back.",
    nothing=(
        "What is usual shows after 14 days that were counted, each with the day before it. `folkmoot "
        "snapshot` counts; run it daily."
    ),
)
