"""Lines added and deleted per month.

Question:
    How many lines are added and deleted each month?

Why it matters:
    Commits tell how often something lands, lines tell how much. Long stretches in which nothing is ever
    deleted mean that what must be maintained only grows.

How it is counted:
    The sum of added and, apart, of deleted lines over the month's commits of the default branch by people,
    merges left out (their lines were counted in the commits they bring). Binary files have no
    lines, and a file that was only moved has none that changed. Only commits whose lines were counted take
    part, and n says how many; a month in which none was counted has no value, and a month without commits
    has 0.

What it does not tell:
    Generated files, vendored code and reformatting count like written code, so one peak may be one command.
    Where the clone lacks file contents, lines are a lower bound.

References:
    CHAOSS, Code Changes Lines: https://chaoss.community/kb/metric-code-changes-lines/
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Label, Metric, Shape, Unit

METRIC = Metric(
    id="lines-changed",
    version=1,
    title="Lines changed",
    question="How many lines are added and deleted each month?",
    page="flow",
    unit=Unit.LINES,
    better=Better.NEITHER,
    shape=Shape.SERIES,
    label=Label.WORD,
    needs=(Kind.COMMIT,),
    sql="""
        with monthly as (
            select
                month_id,
                sum(has_lines) as counted,
                sum(case when has_lines = 1 then added else 0 end) as lines_in,
                sum(case when has_lines = 1 then deleted else 0 end) as lines_out
            from commits
            where is_bot = 0 and is_merge = 0
            group by month_id
        ),
        known as (select max(counted) as most from monthly)
        select m.month_id as period, 'added' as label,
            case when m.counted > 0 then 1e0 * m.lines_in end as value, m.counted as n
        from monthly m cross join known k where k.most > 0
        union all
        select m.month_id as period, 'deleted' as label,
            case when m.counted > 0 then 1e0 * m.lines_out end as value, m.counted as n
        from monthly m cross join known k where k.most > 0
    """,
    events="""
        select month_id as period, event, 'added' as label
        from commits where is_bot = 0 and is_merge = 0 and has_lines = 1
        union all
        select month_id as period, event, 'deleted' as label
        from commits where is_bot = 0 and is_merge = 0 and has_lines = 1
    """,
    definition="https://chaoss.community/kb/metric-code-changes-lines/",
    order=20,
    caveat="Generated and vendored files count like written ones; one peak may be one command.",
)
