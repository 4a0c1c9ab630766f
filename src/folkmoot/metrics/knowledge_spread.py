"""Authors per file.

Question:
    How many people have worked on a typical file?

Why it matters:
    A file that two or three people have changed survives any one of them leaving. A median of one says that
    most of the project is known to one person each.

How it is counted:
    For each file present today, the people who ever changed it, merges and bots left out and exact renames
    followed; the median over the files. n is the number of files a person ever changed. Half the files are
    above and half below.

What it does not tell:
    How well each of them knows it, and whether they are still here.

References:
    Bird et al., Don't Touch My Code! Examining the Effects of Ownership on Software Quality (FSE 2011),
    https://doi.org/10.1145/2025113.2025119
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Shape, Unit

METRIC = Metric(
    id="knowledge-spread",
    version=1,
    title="Authors per file",
    question="How many people have worked on a typical file?",
    page="knowledge",
    unit=Unit.PEOPLE,
    better=Better.HIGHER,
    shape=Shape.SINGLE,
    gap=Gap.UNKNOWN,
    needs=(Kind.COMMIT,),
    sql="""
        with authored as (
            select path as file, count(distinct person) as authors
            from touches
            where is_bot = 0 and in_tree = 1
            group by path
        ),
        placed as (
            select authors, row_number() over (order by authors, file) as place, count(*) over () as total
            from authored
        )
        select cast(0 as bigint) as period, avg(1e0 * authors) as value, max(total) as n
        from placed
        where 2 * place >= total and 2 * place <= total + 2
        having count(*) > 0
    """,
    events="""
        select distinct cast(0 as bigint) as period, event, path
        from touches
        where is_bot = 0 and in_tree = 1
    """,
    definition="https://doi.org/10.1145/2025113.2025119",
    min_n=5,
    order=10,
)
