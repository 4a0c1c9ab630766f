"""Issues for newcomers.

Question:
    How many open issues invite newcomers?

Why it matters:
    Somebody who wants to help looks for a small, described task. An empty shelf sends them away; so
    does one on which everything has lain for years.

How it is counted:
    Issues that carry an inviting label now (`good first issue`, `first timers only`, `beginner`,
    `newcomer`, `starter` or `easy`, in any case and with any signs between the words), open at the end
    of each month (UTC). n is the same number.

What it does not tell:
    Labels are read as they are now: what was labelled and then unlabelled is not here, and a label
    given late counts from the opening. Whether the task is described well is not seen.

References:
    CHAOSS, Issue Label Inclusivity: https://chaoss.community/kb/metric-issue-label-inclusivity/
"""

from folkmoot.metrics._open_over_time import EVENTS, OVER_TIME
from folkmoot.metrics._unanswered import NOT_WELCOMING
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Shape, Unit

OPEN = """
        with welcoming as (
            select project, number from labels
            where is_change = 0 and is_welcoming = 1
            group by project, number
        ),
        chosen as (
            select i.event as event, i.opened_month_id as opened_month_id, i.is_closed as is_closed,
                i.closed_month_id as closed_month_id
            from items i
            join welcoming w on w.project = i.project and w.number = i.number
            where i.is_change = 0
        )"""

METRIC = Metric(
    id="good-first-issues",
    version=1,
    title="Issues for newcomers",
    question="How many open issues invite newcomers?",
    page="newcomers",
    unit=Unit.ISSUES,
    better=Better.NEITHER,
    shape=Shape.SERIES,
    gap=Gap.UNKNOWN,
    needs=(Kind.ISSUE_OPENED,),
    sql=OPEN + OVER_TIME,
    events=OPEN + EVENTS,
    definition="https://chaoss.community/kb/metric-issue-label-inclusivity/",
    order=60,
    nothing=NOT_WELCOMING,
)
