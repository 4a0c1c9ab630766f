"""Contributor absence factor by lines.

Question:
    How few people wrote half of the lines that were ever added or deleted?

Why it matters:
    Commits count a typo like a rewrite. Where this number is lower than the one by commits, the large
    pieces of work hang on fewer people than it seems.

How it is counted:
    The smallest number of people (bots left out) whose commits, merges left out, together added and deleted
    at least `percent` (50) percent of the lines; over all time and over the last 12 months. Only commits
    whose lines were counted; binary files have none. n is the number of commits counted.

What it does not tell:
    One import of a foreign library, one reformatting or one generated file can outweigh a year of work. Read
    it beside the number by commits, never alone.

References:
    CHAOSS, Contributor Absence Factor: https://chaoss.community/kb/metric-contributor-absence-factor/
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Shape, Unit

MADE = """
        with made as (
            select 0 as span, event, person, lines
            from commits
            where is_bot = 0 and is_merge = 0 and has_lines = 1
            union all
            select 1 as span, c.event, c.person, c.lines
            from commits c cross join clock k
            where c.is_bot = 0 and c.is_merge = 0 and c.has_lines = 1 and c.ts > k.year_ago_ts
        )"""

METRIC = Metric(
    id="contributor-absence-factor-lines",
    version=1,
    title="Contributor absence factor by lines",
    question="How few people wrote half of the lines added and deleted?",
    page="people",
    unit=Unit.PEOPLE,
    better=Better.HIGHER,
    shape=Shape.SINGLE,
    gap=Gap.UNKNOWN,
    needs=(Kind.COMMIT,),
    sql=MADE
    + """,
        author as (
            select span, person, sum(lines) as own, count(*) as counted from made group by span, person
        ),
        placed as (
            select span, own, sum(own) over (partition by span) as everything,
                sum(counted) over (partition by span) as counted_in_all,
                sum(own) over (partition by span order by own desc, person rows unbounded preceding) as so_far
            from author
        )
        select span as period, count(*) as value, max(counted_in_all) as n
        from placed
        where 100 * (so_far - own) < {percent} * everything
        group by span
    """,
    events=MADE + "\n        select span as period, event from made",
    definition="https://chaoss.community/kb/metric-contributor-absence-factor/",
    parameters={"percent": 50},
    order=16,
    caveat="A single import or generated file can decide this number; read it beside the one by commits.",
)
