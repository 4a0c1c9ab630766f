"""Changes merged per month.

Question:
    How many changes (pull or merge requests) are merged each month?

Why it matters:
    It is what came of the work that was offered. Read beside the changes opened, it shows whether the project
    keeps up.

How it is counted:
    Changes that the clone shows as merged, in the month (UTC) of the commit that landed them: their head is
    part of the default branch, or a commit there names their number. Changes by bots are left out; a change
    whose author is unknown counts. Months before the first visible change are a gap, not 0.

What it does not tell:
    Work merged by hand without naming its change, and patches by e-mail, cannot be seen. Merged in a month is
    not opened in that month.

References:
    CHAOSS, Change Requests Accepted: https://chaoss.community/kb/metric-change-requests-accepted/
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Shape, Unit

METRIC = Metric(
    id="changes-merged",
    version=1,
    title="Changes merged",
    question="How many changes (pull or merge requests) are merged each month?",
    page="flow",
    unit=Unit.CHANGES,
    better=Better.NEITHER,
    shape=Shape.SERIES,
    gap=Gap.UNKNOWN,
    needs=(Kind.CHANGE_MERGED,),
    sql="""
        with monthly as (
            select merged_month_id, count(*) as found
            from changes
            where is_bot = 0 and is_merged = 1
            group by merged_month_id
        ),
        start as (
            select min(merged_month_id) as first_month from changes where is_merged = 1 having count(*) > 0
        )
        select m.month_id as period, coalesce(c.found, 0) as value, coalesce(c.found, 0) as n
        from months m
        cross join start s
        left join monthly c on c.merged_month_id = m.month_id
        where m.month_id >= s.first_month
    """,
    events="select merged_month_id as period, event from changes where is_bot = 0 and is_merged = 1",
    definition="https://chaoss.community/kb/metric-change-requests-accepted/",
    order=60,
    caveat="Changes merged by hand without naming their number cannot be seen in git.",
)
