"""Changes merged per month.

Question:
    How many changes (pull or merge requests) are merged each month?

Why it matters:
    It is what came of the work that was offered. Read beside the changes opened, it shows whether the project
    keeps up.

How it is counted:
    Changes that the clone shows as merged, in the month (UTC) of the commit that landed them: their head is
    part of the default branch, a commit there names their number, or their work stands there anew, squashed
    or rebased. Changes by bots are left out; a change whose author is unknown counts. Months before the first
    that is seen merged are a gap, not 0. A project of which less than `least_share` (5 %) of all opened
    changes are seen merged lands its work in a way that git does not show, such as patches by e-mail; nothing
    is said of it. Where a forge is connected, its own word counts instead, whatever the share.

What it does not tell:
    Work merged by hand without naming its change, where it is not the same any more, and patches by e-mail,
    cannot be seen. Merged in a month is not opened in that month.

References:
    CHAOSS, Change Requests Accepted: https://chaoss.community/kb/metric-change-requests-accepted/
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Shape, Unit

SHOWN = """
        with shown as (
            select project, min(case when is_merged = 1 then merged_month_id end) as first_month
            from changes
            where is_bot = 0
            group by project
            having sum(is_merged) > 0
                and (max(is_settled) = 1 or sum(is_merged) >= {least_share} * sum(has_opened))
        )"""

METRIC = Metric(
    id="changes-merged",
    version=2,
    title="Changes merged",
    question="How many changes (pull or merge requests) are merged each month?",
    page="flow",
    unit=Unit.CHANGES,
    better=Better.NEITHER,
    shape=Shape.SERIES,
    gap=Gap.UNKNOWN,
    needs=(Kind.CHANGE_MERGED,),
    parameters={"least_share": 0.05},
    sql=SHOWN
    + """,
        seen as (
            select c.merged_month_id as month_seen, 1 as found
            from changes c join shown s on s.project = c.project
            where c.is_bot = 0 and c.is_merged = 1
            union all
            select m.month_id as month_seen, 0 as found
            from months m cross join shown s where m.month_id >= s.first_month
        )
        select month_seen as period, sum(found) as value, sum(found) as n
        from seen
        group by month_seen
    """,
    events=SHOWN
    + """
        select c.merged_month_id as period, c.event as event
        from changes c join shown s on s.project = c.project
        where c.is_bot = 0 and c.is_merged = 1
    """,
    definition="https://chaoss.community/kb/metric-change-requests-accepted/",
    order=60,
    caveat="Without a forge, what was merged without its number is seen only where the work is the same.",
)
