"""Hard forks among the projects looked at.

Question:
    Which of these projects share a history and have gone separate ways?

Why it matters:
    A hard fork splits a community: fixes are made twice, and newcomers must choose. Seeing how far two
    projects have drifted, and who works on both, is where talking about it begins.

How it is counted:
    Two projects are a pair when they share a commit (the same id) and both have gone on for more than
    `min_days` after the last one they share, each with somebody who did not work on the other since. For each
    project of a pair, the value is the number of its own commits since then, and n the number of commits
    shared; `part` is the other project. Merges count, because they are where projects meet; commits by bots
    are shared ones, but no work of its own.

What it does not tell:
    Anything in a report on one project. Forks that started from a copy of the files share no commit and are
    not found. Who forked from whom: git keeps no record of it.

References:
    Zhou, Vasilescu, Kästner: How Has Forking Changed in the Last 20 Years? (ICSE 2020),
    https://doi.org/10.1145/3377811.3380412
"""

from folkmoot.i18n import Absence
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Label, Metric, Shape, Unit

PAIRS = """
        with shared as (
            select a.project as one, b.project as other, count(*) as common, max(a.ts) as parted_ts
            from commits a join commits b on b.sha = a.sha
            where a.project <> b.project
            group by a.project, b.project
        ),
        own as (
            select s.one, s.other, s.common, s.parted_ts, c.event as act, c.ts as act_ts, c.person as who
            from shared s join commits c on c.project = s.one
            where c.is_bot = 0 and c.ts > s.parted_ts
        ),
        sides as (
            select o.one, o.other, max(o.common) as common_n, count(distinct o.act) as own_n,
                max(o.act_ts) - max(o.parted_ts) as lasted,
                max(case when coalesce(p.who, 0) = 0 then 1 else 0 end) as has_own_people
            from own o
            left join (select distinct one, other, who from own) p
                on p.one = o.other and p.other = o.one and p.who = o.who
            group by o.one, o.other
        ),
        pairs as (
            select x.one, x.other, x.common_n, x.own_n
            from sides x join sides y on y.one = x.other and y.other = x.one
            where x.lasted > 86400 * {min_days} and y.lasted > 86400 * {min_days}
                and x.has_own_people = 1 and y.has_own_people = 1
        )"""

METRIC = Metric(
    id="hard-forks",
    version=1,
    title="Hard forks",
    question="Which of these projects share a history and have gone separate ways?",
    page="overview",
    unit=Unit.COMMITS,
    better=Better.NEITHER,
    shape=Shape.MATRIX,
    label=Label.PROJECT,
    gap=Gap.UNKNOWN,
    needs=(Kind.COMMIT,),
    parameters={"min_days": 183},
    sql=PAIRS
    + """
        select cast(0 as bigint) as period, cast(one as varchar) as label, cast(other as varchar) as part,
            own_n as value, common_n as n
        from pairs
    """,
    events=PAIRS
    + """
        select distinct cast(0 as bigint) as period, cast(o.one as varchar) as label, o.act as event
        from own o join pairs p on p.one = o.one and p.other = o.other
    """,
    definition="https://doi.org/10.1145/3377811.3380412",
    order=90,
    caveat="Only among the projects of this report, and only where commits are shared.",
    nothing=Absence("No two of these projects share a history and have gone separate ways since."),
)
