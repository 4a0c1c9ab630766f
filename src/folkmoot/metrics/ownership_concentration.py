"""Ownership concentration per directory.

Question:
    How much of the work on each directory was done by one person?

Why it matters:
    Where one person did nearly everything, nobody else knows why things are as they are. That is a call to
    review in pairs and to write down what only one head holds, not a mark against anybody: no names are
    given.

How it is counted:
    For the files present today: edits (one commit changing one file), exact renames followed, merges and bots
    left out; the share of them by the person with most, per directory; n is the number of edits. A directory
    is the top level of the tree, or two levels below a container such as packages/. The `most` directories
    with the most files, if they have at least `min_files`. Over all time.

What it does not tell:
    Who it is, whether they are still here (see orphaned files), and how hard each edit was.

References:
    Bird et al., Don't Touch My Code! Examining the Effects of Ownership on Software Quality (FSE 2011),
    https://doi.org/10.1145/2025113.2025119
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Label, Metric, Shape, Unit

FOLDERS = """
        with folders as (
            select directory as folder, count(*) as size
            from files
            group by directory
            having count(*) >= {min_files}
            order by size desc, folder
            limit {most}
        )"""

METRIC = Metric(
    id="ownership-concentration",
    version=1,
    title="Ownership concentration",
    question="How much of the work on each directory was done by one person?",
    page="knowledge",
    unit=Unit.SHARE,
    better=Better.LOWER,
    shape=Shape.BREAKDOWN,
    label=Label.WORD,
    gap=Gap.UNKNOWN,
    needs=(Kind.COMMIT,),
    parameters={"min_files": 5, "most": 20},
    sql=FOLDERS
    + """,
        by_person as (
            select directory as folder, person, count(*) as edits
            from touches
            where is_bot = 0 and in_tree = 1
            group by directory, person
        )
        select cast(0 as bigint) as period, b.folder as label,
            1e0 * max(b.edits) / sum(b.edits) as value, sum(b.edits) as n
        from by_person b join folders f on f.folder = b.folder
        group by b.folder
    """,
    events=FOLDERS
    + """
        select cast(0 as bigint) as period, t.directory as label, t.event as event, t.path as path
        from touches t join folders f on f.folder = t.directory
        where t.is_bot = 0 and t.in_tree = 1
    """,
    definition="https://doi.org/10.1145/2025113.2025119",
    min_n=5,
    order=20,
    caveat="A fact about the project, not about a person: small directories have one author quite naturally.",
)
