"""Core, regular and casual contributors.

Question:
    How many people carry most of the work, how many help regularly, and how many come by once in a while?

Why it matters:
    Each group needs something else: core people need relief, regular ones a way into the core, casual ones a
    first answer. A core without regular people behind it has nobody to hand over to.

How it is counted:
    People (bots left out) in the order of their commits on the default branch (merges left out). Going down
    that order, people are core until `core` (80) percent of the commits are made, regular until `regular`
    (95) percent, and casual after that. What counts is the share made before the person, so that a lone
    author is core. Over all time and over the last 12 months; n is the number of commits of the group.

What it does not tell:
    Commits only: reviewing, answering and deciding weigh nothing here. Where hundreds made one commit each,
    the lines between the groups run among equals, and core reaches far beyond those who decide. The groups
    say how the commits are spread, never how much anybody is worth.

References:
    Mockus, Fielding, Herbsleb, Two Case Studies of Open Source Software Development, 2002 (the 80 percent):
    https://doi.org/10.1145/567793.567795
    CHAOSS, Conversion Rate: https://chaoss.community/kb/metric-conversion-rate/
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Label, Metric, Shape, Unit

TYPES = """
        with made as (
            select 0 as span, event, person from commits where is_bot = 0 and is_merge = 0
            union all
            select 1 as span, c.event, c.person
            from commits c cross join clock k
            where c.is_bot = 0 and c.is_merge = 0 and c.ts > k.year_ago_ts
        ),
        author as (
            select span, person, count(*) as own from made group by span, person
        ),
        placed as (
            select span, person, own, sum(own) over (partition by span) as everything,
                sum(own) over (partition by span order by own desc, person rows unbounded preceding) as so_far
            from author
        ),
        typed as (
            select span, person, own,
                case when 100 * (so_far - own) < {core} * everything then 'core'
                    when 100 * (so_far - own) < {regular} * everything then 'regular'
                    else 'casual' end as kind_of_person
            from placed
        )"""

METRIC = Metric(
    id="contributor-types",
    version=1,
    title="Core, regular and casual contributors",
    question="How many people carry most of the work, help regularly, or come by once in a while?",
    page="people",
    unit=Unit.PEOPLE,
    better=Better.NEITHER,
    shape=Shape.BREAKDOWN,
    label=Label.WORD,
    labels=("core", "regular", "casual"),
    needs=(Kind.COMMIT,),
    sql=TYPES
    + """
        select span as period, kind_of_person as label, count(*) as value, sum(own) as n
        from typed
        group by span, kind_of_person
    """,
    events=TYPES
    + """
        select m.span as period, m.event as event, t.kind_of_person as label
        from made m
        join typed t on t.span = m.span and t.person = m.person
    """,
    definition="https://doi.org/10.1145/567793.567795",
    parameters={"core": 80, "regular": 95},
    order=80,
    caveat="Groups by commits alone; among people with equally many commits the line is arbitrary.",
)
