"""How concentrated the work of the last 12 months is.

Question:
    Which share of the last 12 months' commits did the 1, 3, 7 and 10 people with the most commits make?

Why it matters:
    "Half of the commits came from 7 people" is the shortest honest sentence about who carries a project. It
    tells newcomers whom they depend on, and those few why they are tired.

How it is counted:
    Commits on the default branch in the last 12 months, merges and bots left out. The commits of the 1, 3, 7
    and 10 people with the most of them, divided by all; a number of people larger than there were authors is
    left out. n is the number of all commits. No person is named.

What it does not tell:
    In a project with five authors, three of them making most commits is arithmetic, not a problem.

References:
    CHAOSS, Contributor Absence Factor, which asks the same the other way round:
    https://chaoss.community/kb/metric-contributor-absence-factor/
"""

from folkmoot.metrics._unanswered import NOBODY_COUNTED
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Label, Metric, Shape, Unit

MADE = """
        with made as (
            select c.event, c.person
            from commits c cross join clock k
            where c.is_bot = 0 and c.is_merge = 0 and c.ts > k.year_ago_ts
        ),
        author as (
            select person, count(*) as own from made group by person
        ),
        placed as (
            select person, own, row_number() over (order by own desc, person) as place_by_size
            from author
        ),
        everything as (
            select sum(own) as all_commits, count(*) as authors from author
        ),
        few as (
            select 1 as people, 'top 1' as words union all select 3 as people, 'top 3' as words
            union all select 7 as people, 'top 7' as words union all select 10 as people, 'top 10' as words
        )"""

METRIC = Metric(
    id="contribution-concentration",
    version=1,
    title="Share of the most active few",
    question="Which share of the last 12 months' commits came from how few people?",
    page="people",
    unit=Unit.SHARE,
    better=Better.LOWER,
    shape=Shape.BREAKDOWN,
    label=Label.WORD,
    labels=("top 1", "top 3", "top 7", "top 10"),
    gap=Gap.UNKNOWN,
    needs=(Kind.COMMIT,),
    sql=MADE
    + """
        select 1 as period, f.words as label, 1e0 * sum(p.own) / max(e.all_commits) as value,
            max(e.all_commits) as n
        from few f
        cross join everything e
        cross join placed p
        where p.place_by_size <= f.people and e.authors >= f.people
        group by f.words
    """,
    events=MADE
    + """
        select 1 as period, m.event as event, f.words as label
        from few f
        cross join everything e
        cross join placed p
        join made m on m.person = p.person
        where p.place_by_size <= f.people and e.authors >= f.people
    """,
    definition="https://chaoss.community/kb/metric-contributor-absence-factor/",
    min_n=5,
    order=18,
    nothing=NOBODY_COUNTED,
)
