"""Contributor absence factor.

Question:
    How many people would have to leave before half of the commits had no author?

Why it matters:
    At 1 or 2 the project stands and falls with the health, job and mood of one or two people. It is the
    number to know before depending on a project, and the one to raise before needing it.

How it is counted:
    The smallest number of people (bots left out) who together made at least `percent` (50) percent of the
    commits on the default branch, merges left out; over all time and over the last 12 months. The commit
    counts for its author. Without a commit in the last 12 months there is no number for them. n is the number
    of commits.

What it does not tell:
    Not every commit is worth the same, and a person with few commits may be the only one who can release.
    Other tools ask for more than half, or weigh otherwise; their numbers differ by one or more.

References:
    CHAOSS, Contributor Absence Factor (formerly bus factor):
    https://chaoss.community/kb/metric-contributor-absence-factor/
"""

from folkmoot.metrics._fewest import EVENTS, FEWEST
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Shape, Unit

MADE = """
        with made as (
            select 0 as span, event, person from commits where is_bot = 0 and is_merge = 0
            union all
            select 1 as span, c.event, c.person
            from commits c cross join clock k
            where c.is_bot = 0 and c.is_merge = 0 and c.ts > k.year_ago_ts
        )"""

METRIC = Metric(
    id="contributor-absence-factor",
    version=1,
    title="Contributor absence factor",
    question="How few people made half of the commits?",
    page="people",
    unit=Unit.PEOPLE,
    better=Better.HIGHER,
    shape=Shape.SINGLE,
    gap=Gap.UNKNOWN,
    needs=(Kind.COMMIT,),
    sql=MADE + FEWEST,
    events=MADE + EVENTS,
    definition="https://chaoss.community/kb/metric-contributor-absence-factor/",
    parameters={"percent": 50},
    order=12,
    caveat="Counts authors of commits; who reviews or holds the keys does not show in it.",
)
