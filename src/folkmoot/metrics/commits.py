"""Commits per month.

Question:
    How many commits land each month?

Why it matters:
    It is the pulse of the project: a steady one is easy to live with, a falling one asks for an explanation,
    and one that rises while the number of people does not asks who carries it.

How it is counted:
    Commits of the default branch by people; bots are left out. Merges stand apart under their own label,
    because a project that squashes has none and one that merges has one more for every change. The month is
    the author's date in UTC.

What it does not tell:
    A commit is no measure of work: one project squashes a week into one, another keeps twenty. Compare a
    project with its own past, not with its neighbours.

References:
    CHAOSS, Code Changes Commits: https://chaoss.community/kb/metric-code-changes-commits/
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Label, Metric, Shape, Unit

METRIC = Metric(
    id="commits",
    version=1,
    title="Commits",
    question="How many commits land each month?",
    page="flow",
    unit=Unit.COMMITS,
    better=Better.NEITHER,
    shape=Shape.SERIES,
    label=Label.WORD,
    needs=(Kind.COMMIT,),
    sql="""
        select
            month_id as period,
            case when is_merge = 1 then 'merges' else 'commits' end as label,
            count(*) as value,
            count(*) as n
        from commits
        where is_bot = 0
        group by month_id, is_merge
    """,
    events="""
        select month_id as period, event, case when is_merge = 1 then 'merges' else 'commits' end as label
        from commits
        where is_bot = 0
    """,
    definition="https://chaoss.community/kb/metric-code-changes-commits/",
    order=10,
    caveat="A commit is no measure of work; compare a project with its own past only.",
)
