"""Files edited by several organisations.

Question:
    How many files do people of different organisations work on together?

Why it matters:
    Several organisations in one repository can still be several projects side by side. Files that more than
    one of them edits are where they really depend on one another, review one another, and could take over.

How it is counted:
    Among the files touched in the last 12 months by people whose organisation is known, the share touched by
    people of two or more organisations. Exact renames are followed; merges and bots are left out. n is the
    number of files. Somebody who changed organisation within the year counts for each of them. Where the
    organisation behind less than `min_known` (0.1) of the edits is known, no number is given: the few would
    speak for all.

What it does not tell:
    Files that many touch for form's sake (changelog, version numbers) count like any other.

References:
    CHAOSS, Organizational Diversity: https://chaoss.community/kb/metric-organizational-diversity/
"""

from folkmoot.metrics._unanswered import KNOWN_OF_FEW
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Shape, Unit

RECENT = """
        with recent as (
            select t.path as file, t.organisation as firm, t.event as act
            from touches t cross join clock k
            where t.is_bot = 0 and t.ts > k.year_ago_ts
        ),
        told as (
            select sum(case when firm <> 0 then 1 else 0 end) as known, count(*) as whole from recent
        ),
        named as (
            select r.file, r.firm, r.act from recent r cross join told t
            where r.firm <> 0 and t.known >= {min_known} * t.whole
        )"""

METRIC = Metric(
    id="cross-organisation-co-editing",
    version=3,
    title="Files edited by several organisations",
    question="How many files do people of different organisations work on together?",
    page="organisations",
    unit=Unit.SHARE,
    better=Better.HIGHER,
    shape=Shape.SINGLE,
    gap=Gap.UNKNOWN,
    needs=(Kind.COMMIT,),
    sql=RECENT
    + """,
        edited as (select file, count(distinct firm) as firms from named group by file)
        select cast(1 as bigint) as period,
            1e0 * sum(case when firms > 1 then 1 else 0 end) / count(*) as value, count(*) as n
        from edited
        having count(*) > 0
    """,
    events=RECENT + "\n        select distinct cast(1 as bigint) as period, act as event from named",
    definition="https://chaoss.community/kb/metric-organizational-diversity/",
    parameters={"min_known": 0.1},
    min_n=5,
    order=40,
    caveat="Only edits by people whose organisation is known; see the share beside it.",
    nothing=KNOWN_OF_FEW,
    is_of_last_year=True,
)
