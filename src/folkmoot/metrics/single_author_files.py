"""Files with a single author, per directory.

Question:
    In which directories are files that only one person has ever changed?

Why it matters:
    A file with one author has never been understood by a second person well enough to change it. Many of them
    in one place are a good list to choose a pairing session or a second reviewer from.

How it is counted:
    For the files present today: the share with exactly one person among all who ever changed them, per
    directory; merges and bots left out, exact renames followed; n is the number of files a person ever
    changed. The `most` directories with the most files, if they have at least `min_files`.

What it does not tell:
    Who reviewed them. Young files and test data have one author quite naturally.

References:
    Bird et al., Don't Touch My Code! Examining the Effects of Ownership on Software Quality (FSE 2011),
    https://doi.org/10.1145/2025113.2025119
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Label, Metric, Shape, Unit

AUTHORED = """
        with folders as (
            select directory as folder, count(*) as size
            from files
            group by directory
            having count(*) >= {min_files}
            order by size desc, folder
            limit {most}
        ),
        authored as (
            select path as file, directory as folder,
                case when min(person) = max(person) then 1 else 0 end as is_single
            from touches
            where is_bot = 0 and in_tree = 1
            group by path, directory
        )"""

METRIC = Metric(
    id="single-author-files",
    version=1,
    title="Files with a single author",
    question="In which directories are files that only one person has ever changed?",
    page="knowledge",
    unit=Unit.SHARE,
    better=Better.LOWER,
    shape=Shape.BREAKDOWN,
    label=Label.WORD,
    gap=Gap.UNKNOWN,
    needs=(Kind.COMMIT,),
    parameters={"min_files": 5, "most": 20},
    sql=AUTHORED
    + """
        select cast(0 as bigint) as period, a.folder as label,
            1e0 * sum(a.is_single) / count(*) as value, count(*) as n
        from authored a join folders f on f.folder = a.folder
        group by a.folder
    """,
    events=AUTHORED
    + """
        select distinct cast(0 as bigint) as period, t.directory as label, t.event as event, t.path as path,
            case when a.is_single = 1 then 'file.one author' else 'file' end as kind
        from touches t join folders f on f.folder = t.directory join authored a on a.file = t.path
        where t.is_bot = 0 and t.in_tree = 1
    """,
    definition="https://doi.org/10.1145/2025113.2025119",
    min_n=5,
    order=40,
)
