"""Share of the busiest reviewer.

Question:
    How much of the reviewing rests on one person?

Why it matters:
    Where half of the reviews come from one person, everybody waits when that person is ill, and that
    person cannot stop.

How it is counted:
    Reviews of other people's changes by humans in the year (and in the last 12 months): those of
    whoever gave most, divided by all. Nobody is named; it may be somebody else each year. n is the
    number of reviews.

What it does not tell:
    A small project has one reviewer because it has two people.

References:
    CHAOSS, Change Request Reviews: https://chaoss.community/kb/metric-change-request-reviews/
"""

from folkmoot.metrics._periods import EVENTS, windowed
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Shape, Unit

DONE = """
        with counted as (
            select x.event as event, x.person as person, x.ts as ts, x.year_id as year_id
            from interactions x
            where x.kind = 'review' and x.is_change = 1 and x.is_own = 0 and x.is_bot = 0 and x.person > 0
        ),"""

METRIC = Metric(
    id="top-reviewer-share",
    version=1,
    title="Share of the busiest reviewer",
    question="How much of the reviewing rests on one person?",
    page="reviews",
    unit=Unit.SHARE,
    better=Better.LOWER,
    shape=Shape.SERIES,
    gap=Gap.UNKNOWN,
    needs=(Kind.REVIEW,),
    sql=DONE
    + windowed("event, person")
    + """,
        own as (select period, person, count(*) as given from windowed group by period, person)
        select period, 1e0 * max(given) / sum(given) as value, sum(given) as n
        from own
        group by period
    """,
    events=DONE + EVENTS,
    definition="https://chaoss.community/kb/metric-change-request-reviews/",
    min_n=5,
    order=20,
)
