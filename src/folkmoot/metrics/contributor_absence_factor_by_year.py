"""Contributor absence factor, year by year.

Question:
    Do more or fewer people share the work than in earlier years?

Why it matters:
    One number says how exposed the project is; the line says where it is going. A factor that falls for three
    years is a reason to act while everybody is still there.

How it is counted:
    For each year, in UTC, the smallest number of people (bots left out) who together made at least `percent`
    (50) percent of the commits on the default branch, merges left out. Years without a commit have no number.
    n is the number of commits.

What it does not tell:
    A quiet year with ten commits by ten people scores higher than a busy one led by two; look at n.

References:
    CHAOSS, Contributor Absence Factor: https://chaoss.community/kb/metric-contributor-absence-factor/
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Shape, Unit

METRIC = Metric(
    id="contributor-absence-factor-by-year",
    version=1,
    title="Contributor absence factor by year",
    question="Do more or fewer people share the work than in earlier years?",
    page="people",
    unit=Unit.PEOPLE,
    better=Better.HIGHER,
    shape=Shape.SERIES,
    gap=Gap.UNKNOWN,
    needs=(Kind.COMMIT,),
    sql="""
        with author as (
            select year_id, person, count(*) as own
            from commits
            where is_bot = 0 and is_merge = 0
            group by year_id, person
        ),
        placed as (
            select year_id, own, sum(own) over (partition by year_id) as everything,
                sum(own) over (partition by year_id order by own desc, person
                    rows unbounded preceding) as so_far
            from author
        )
        select year_id as period, count(*) as value, max(everything) as n
        from placed
        where 100 * (so_far - own) < {percent} * everything
        group by year_id
    """,
    events="select year_id as period, event from commits where is_bot = 0 and is_merge = 0",
    definition="https://chaoss.community/kb/metric-contributor-absence-factor/",
    parameters={"percent": 50},
    min_n=5,
    order=14,
)
