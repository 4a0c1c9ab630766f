"""Contributor absence factor of each directory.

Question:
    In which parts of the tree does half of the work hang on one or two people?

Why it matters:
    A healthy number for the whole project can hide a directory only one person ever touches. That is where
    a second pair of hands is worth most, and where to ask the one person to write things down.

How it is counted:
    For each directory of today's tree (the top level, or two levels where the top one is a container such as
    src/ or packages/), the smallest number of people (bots left out) who together made at least `percent`
    (50) percent of the commits touching a file that is still there; a file counts under the name it has
    today. Over all time and over the last 12 months. Merges touch nothing by themselves. n is the number of
    commits; a directory with fewer than five has no number.

What it does not tell:
    Touching a file is not knowing it, and somebody who only reviews a directory does not show. Files directly
    in the root stand together as one directory.

References:
    CHAOSS, Contributor Absence Factor: https://chaoss.community/kb/metric-contributor-absence-factor/
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Label, Metric, Shape, Unit

SHARES = """
        with touching as (
            select t.directory, t.commit, t.person,
                max(case when t.ts > k.year_ago_ts then 1 else 0 end) as is_late
            from touches t cross join clock k
            where t.is_bot = 0 and t.in_tree = 1
            group by t.directory, t.commit, t.person
        ),
        counted as (
            select directory, person, count(*) as ever, sum(is_late) as lately
            from touching
            group by directory, person
        ),
        author as (
            select 0 as span, directory, person, ever as own from counted
            union all
            select 1 as span, directory, person, lately as own from counted where lately > 0
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
    """

EVENTS = """
        select distinct 0 as period, event, directory as label
        from touches
        where is_bot = 0 and in_tree = 1
        union all
        select distinct 1 as period, t.event as event, t.directory as label
        from touches t cross join clock k
        where t.is_bot = 0 and t.in_tree = 1 and t.ts > k.year_ago_ts
    """

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
    sql=SHARES,
    events=EVENTS,
    definition="https://chaoss.community/kb/metric-contributor-absence-factor/",
    parameters={"percent": 50},
    min_n=5,
    order=10,
)
