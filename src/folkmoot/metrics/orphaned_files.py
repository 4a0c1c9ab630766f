"""Orphaned files.

Question:
    How many files were last changed by somebody who is no longer here?

Why it matters:
    When such a file breaks, there is nobody to ask. It is better to find them a keeper, or to retire them,
    before that happens.

How it is counted:
    Each file present today belongs to the person, bots left out, who changed it last (merges left out, exact
    renames followed). It is orphaned when that person has done nothing in the whole project for
    `inactive_days`: neither written, merged nor committed anything (of others too, when they wrote it), nor
    been named in a trailer. The share of such files; n is the number of files a person ever changed.

What it does not tell:
    Whether somebody else knows the file all the same: a reviewer, or an earlier author. One sweep over all
    files by an active person hides every orphan below it.

References:
    Avelino et al., A novel approach for estimating truck factors (ICPC 2016),
    https://doi.org/10.1109/ICPC.2016.7503718
"""

from folkmoot.metrics._unanswered import GONE_LATER
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Shape, Unit

JUDGED = """
        with newest as (
            select path as file, max(ts) as newest_ts
            from touches
            where is_bot = 0 and in_tree = 1
            group by path
        ),
        latest as (
            select n.file, t.person as who, t.event as act
            from newest n join touches t on t.path = n.file and t.ts = n.newest_ts
            where t.is_bot = 0
        ),
        seen as (
            select person as who, ts as act_ts from commits
            union all
            select committer as who, ts as act_ts from commits
            union all
            select person as who, ts as act_ts from contributions
        ),
        here as (
            select distinct s.who
            from seen s cross join clock k
            where s.act_ts >= k.as_of_ts - 86400 * {inactive_days}
        ),
        judged as (
            select l.file, max(case when coalesce(h.who, 0) = 0 then 0 else 1 end) as is_kept
            from latest l left join here h on h.who = l.who
            group by l.file
        )"""

METRIC = Metric(
    id="orphaned-files",
    version=1,
    title="Orphaned files",
    question="How many files were last changed by somebody who is no longer here?",
    page="knowledge",
    unit=Unit.SHARE,
    better=Better.LOWER,
    shape=Shape.SINGLE,
    gap=Gap.UNKNOWN,
    needs=(Kind.COMMIT,),
    parameters={"inactive_days": 183},
    sql=JUDGED
    + """
        select cast(0 as bigint) as period, 1e0 * sum(1 - is_kept) / count(*) as value, count(*) as n
        from judged
        having count(*) > 0
    """,
    events=JUDGED
    + """
        select distinct cast(0 as bigint) as period, l.act as event, l.file as path,
            case when j.is_kept = 0 then 'file.orphaned' else 'file' end as kind
        from latest l join judged j on j.file = l.file
    """,
    definition="https://doi.org/10.1109/ICPC.2016.7503718",
    min_n=5,
    order=30,
    caveat="One sweep over all files, such as a reformatting, makes its author the last one of each.",
    least_days=183,
    too_young=GONE_LATER,
)
