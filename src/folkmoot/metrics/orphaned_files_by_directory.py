"""Orphaned files per directory.

Question:
    In which directories were files last changed by somebody who is no longer here?

Why it matters:
    It names the parts of the project that nobody looks after, and so where a newcomer or a sponsor would help
    most.

How it is counted:
    As orphaned files: the share, per directory, of the files present today whose last author, bots and merges
    left out and exact renames followed, has done nothing in the whole project for `inactive_days`; n is the
    number of files. The `most` directories with the most files, if they have at least `min_files`.

What it does not tell:
    Whether the files need anybody: finished code may rest. Whether somebody else knows them all the same.

References:
    Avelino et al., A novel approach for estimating truck factors (ICPC 2016),
    https://doi.org/10.1109/ICPC.2016.7503718
"""

from folkmoot.metrics._unanswered import GONE_LATER
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Label, Metric, Shape, Unit

JUDGED = """
        with folders as (
            select directory as folder, count(*) as size
            from files
            group by directory
            having count(*) >= {min_files}
            order by size desc, folder
            limit {most}
        ),
        newest as (
            select path as file, max(ts) as newest_ts
            from touches
            where is_bot = 0 and in_tree = 1
            group by path
        ),
        latest as (
            select n.file, f.folder, t.person as who, t.event as act
            from newest n join touches t on t.path = n.file and t.ts = n.newest_ts
            join folders f on f.folder = t.directory
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
            select l.file, l.folder, max(case when coalesce(h.who, 0) = 0 then 0 else 1 end) as is_kept
            from latest l left join here h on h.who = l.who
            group by l.file, l.folder
        )"""

METRIC = Metric(
    id="orphaned-files-by-directory",
    version=1,
    title="Orphaned files by directory",
    question="In which directories were files last changed by somebody who is no longer here?",
    page="knowledge",
    unit=Unit.SHARE,
    better=Better.LOWER,
    shape=Shape.BREAKDOWN,
    label=Label.WORD,
    gap=Gap.UNKNOWN,
    needs=(Kind.COMMIT,),
    parameters={"inactive_days": 183, "min_files": 5, "most": 20},
    sql=JUDGED
    + """
        select cast(0 as bigint) as period, folder as label,
            1e0 * sum(1 - is_kept) / count(*) as value, count(*) as n
        from judged
        group by folder
    """,
    events=JUDGED
    + """
        select distinct cast(0 as bigint) as period, l.folder as label, l.act as event, l.file as path,
            case when j.is_kept = 0 then 'file.orphaned' else 'file' end as kind
        from latest l join judged j on j.file = l.file
    """,
    definition="https://doi.org/10.1109/ICPC.2016.7503718",
    min_n=5,
    order=35,
    caveat="Finished code may rest; ask whether somebody would notice if it broke.",
    least_days=183,
    too_young=GONE_LATER,
)
