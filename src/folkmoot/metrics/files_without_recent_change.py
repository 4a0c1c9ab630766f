"""Files without recent change.

Question:
    How much of the tree has nobody changed for two years?

Why it matters:
    Finished code may rest. But what nobody has opened for years is also what nobody remembers; knowing how
    much that is helps to plan an overhaul, or a deletion.

How it is counted:
    Of the files present today, the share whose last change by a person is more than `quiet_days` ago; merges
    and bots left out, exact renames followed. n is the number of files a person ever changed.

What it does not tell:
    Whether the files are in use, good, or dead.

References:
    CHAOSS, Codebase Aging has no stable definition; this one is ours.
    https://chaoss.community/kb/metrics-and-metrics-models/
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Shape, Unit

NEWEST = """
        with newest as (
            select path as file, max(ts) as newest_ts
            from touches
            where is_bot = 0 and in_tree = 1
            group by path
        )"""

METRIC = Metric(
    id="files-without-recent-change",
    version=1,
    title="Files without recent change",
    question="How much of the tree has nobody changed for two years?",
    page="knowledge",
    unit=Unit.SHARE,
    better=Better.NEITHER,
    shape=Shape.SINGLE,
    gap=Gap.UNKNOWN,
    needs=(Kind.COMMIT,),
    parameters={"quiet_days": 730},
    sql=NEWEST
    + """
        select cast(0 as bigint) as period,
            1e0 * sum(case when l.newest_ts < k.as_of_ts - 86400 * {quiet_days} then 1 else 0 end) / count(*)
                as value,
            count(*) as n
        from newest l cross join clock k
        having count(*) > 0
    """,
    events=NEWEST
    + """
        select distinct cast(0 as bigint) as period, t.event as event, t.path as path,
            case when t.ts < k.as_of_ts - 86400 * {quiet_days} then 'file.unchanged since'
                else 'file' end as kind
        from newest l join touches t on t.path = l.file and t.ts = l.newest_ts cross join clock k
        where t.is_bot = 0
    """,
    definition="https://chaoss.community/kb/metrics-and-metrics-models/",
    min_n=5,
    order=45,
    caveat="Finished code may rest; this is no fault in itself.",
    least_days=730,
    too_young="The history is shorter than two years, so no file can have rested for that long.",
)
