"""Contributor absence factor of each top-level directory.

Question:
    In which parts of the tree does half of the work hang on one or two people?

Why it matters:
    A healthy number for the whole project can hide a directory only one person ever touches. That is where
    a second pair of hands is worth most, and where to ask the one person to write things down.

How it is counted:
    For each top-level directory of today's tree, the smallest number of people (bots left out) who together
    made at least `percent` (50) percent of the commits touching a file that is still there; a file counts
    under the name it has today. Over all time and over the last 12 months. Merges touch nothing by
    themselves. n is the number of commits; a directory with fewer than five has no number.

What it does not tell:
    Touching a file is not knowing it, and somebody who only reviews a directory does not show. Files directly
    in the root stand together as one directory.

References:
    CHAOSS, Contributor Absence Factor: https://chaoss.community/kb/metric-contributor-absence-factor/
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Label, Metric, Shape, Unit

MADE = """
        with touching as (
            select distinct directory, event, person, ts from touches where is_bot = 0 and in_tree = 1
        ),
        made as (
            select 0 as span, directory, event, person from touching
            union all
            select 1 as span, t.directory, t.event, t.person
            from touching t cross join clock k
            where t.ts > k.year_ago_ts
        )"""

METRIC = Metric(
    id="contributor-absence-factor-by-directory",
    version=1,
    title="Contributor absence factor by directory",
    question="In which directories does half of the work hang on one or two people?",
    page="knowledge",
    unit=Unit.PEOPLE,
    better=Better.HIGHER,
    shape=Shape.BREAKDOWN,
    label=Label.WORD,
    gap=Gap.UNKNOWN,
    needs=(Kind.COMMIT,),
    sql=MADE
    + """,
        author as (
            select span, directory, person, count(*) as own from made group by span, directory, person
        ),
        placed as (
            select span, directory, own, sum(own) over (partition by span, directory) as everything,
                sum(own) over (partition by span, directory order by own desc, person
                    rows unbounded preceding) as so_far
            from author
        )
        select span as period, directory as label, count(*) as value, max(everything) as n
        from placed
        where 100 * (so_far - own) < {percent} * everything
        group by span, directory
    """,
    events=MADE + "\n        select span as period, event, directory as label from made",
    definition="https://chaoss.community/kb/metric-contributor-absence-factor/",
    parameters={"percent": 50},
    min_n=5,
    order=10,
)
