"""Lottery factor over changes.

Question:
    How few people wrote half of the merged changes?

Why it matters:
    It asks what happens if somebody wins the lottery and leaves, counting whole changes instead of
    commits, so that many small commits weigh no more than one careful change.

How it is counted:
    The smallest number of people (bots left out) who together wrote at least `percent` (50) percent of
    the changes merged, over all time and over the last 12 months. n is the number of changes.
    Opensauced reads 1 as a very high risk, 2 as high, 3 and 4 as moderate, 5 and more as low.

What it does not tell:
    A change of one line counts like one of a thousand. Who reviews and releases does not show in it.

References:
    CHAOSS, Contributor Absence Factor: https://chaoss.community/kb/metric-contributor-absence-factor/
    Opensauced, lottery factor: https://github.com/open-sauced/app
"""

from folkmoot.metrics._fewest import EVENTS, FEWEST
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Shape, Unit

MADE = """
        with landed as (
            select event, person, merged_ts from changes where is_bot = 0 and is_merged = 1 and person > 0
        ),
        made as (
            select 0 as span, event, person from landed
            union all
            select 1 as span, d.event as event, d.person as person
            from landed d cross join clock k
            where d.merged_ts > k.year_ago_ts
        )"""

METRIC = Metric(
    id="lottery-factor-changes",
    version=1,
    title="Lottery factor over changes",
    question="How few people wrote half of the merged changes?",
    page="reviews",
    unit=Unit.PEOPLE,
    better=Better.HIGHER,
    shape=Shape.SINGLE,
    gap=Gap.UNKNOWN,
    needs=(Kind.CHANGE_MERGED,),
    sql=MADE + FEWEST,
    events=MADE + EVENTS,
    definition="https://chaoss.community/kb/metric-contributor-absence-factor/",
    parameters={"percent": 50},
    order=50,
)
