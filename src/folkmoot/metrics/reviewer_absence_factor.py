"""Reviewer absence factor.

Question:
    How few people gave half of the reviews?

Why it matters:
    At 1 or 2, reviewing stops with one or two people. It often lies lower than the same number over
    commits.

How it is counted:
    The smallest number of people (bots left out) who together gave at least `percent` (50) percent of
    the reviews of other people's changes, over all time and over the last 12 months. n is the number of
    reviews.

What it does not tell:
    Who could review but was not asked.

References:
    CHAOSS, Contributor Absence Factor: https://chaoss.community/kb/metric-contributor-absence-factor/
"""

from folkmoot.metrics._fewest import EVENTS, FEWEST
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Shape, Unit

MADE = """
        with done as (
            select event, person, ts
            from interactions
            where kind = 'review' and is_change = 1 and is_own = 0 and is_bot = 0 and person > 0
        ),
        made as (
            select 0 as span, event, person from done
            union all
            select 1 as span, d.event as event, d.person as person
            from done d cross join clock k where d.ts > k.year_ago_ts
        )"""

METRIC = Metric(
    id="reviewer-absence-factor",
    version=1,
    title="Reviewer absence factor",
    question="How few people gave half of the reviews?",
    page="reviews",
    unit=Unit.PEOPLE,
    better=Better.HIGHER,
    shape=Shape.SINGLE,
    gap=Gap.UNKNOWN,
    needs=(Kind.REVIEW,),
    sql=MADE + FEWEST,
    events=MADE + EVENTS,
    definition="https://chaoss.community/kb/metric-contributor-absence-factor/",
    parameters={"percent": 50},
    order=22,
)
