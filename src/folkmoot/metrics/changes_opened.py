"""Changes opened per month.

Question:
    How many changes (pull or merge requests) are opened each month?

Why it matters:
    It is the work knocking at the door, and the demand on those who review.

How it is counted:
    Changes whose opening the clone shows, in the month (UTC) of their first commit, which is within minutes
    of the opening for most, and no earlier than for most of the seven changes numbered before it. Changes by
    bots are left out; a change whose author is unknown counts. Months before the first visible change, by
    whomever, are a gap, not 0. Where a forge is connected, it is the month it names.

What it does not tell:
    Git keeps no opening time: a branch begun long before, or rewritten after, shifts its month. A clone
    without the references of changes shows merged ones only, so this is then a lower bound. Patches by e-mail
    are invisible.

References:
    CHAOSS, Change Requests: https://chaoss.community/kb/metric-change-requests/
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Shape, Unit

METRIC = Metric(
    id="changes-opened",
    version=2,
    title="Changes opened",
    question="How many changes (pull or merge requests) are opened each month?",
    page="flow",
    unit=Unit.CHANGES,
    better=Better.NEITHER,
    shape=Shape.SERIES,
    gap=Gap.UNKNOWN,
    needs=(Kind.CHANGE_OPENED,),
    sql="""
        with start as (
            select min(opened_month_id) as first_month from changes where has_opened = 1 having count(*) > 0
        ),
        seen as (
            select opened_month_id as month_seen, 1 as found from changes where is_bot = 0 and has_opened = 1
            union all
            select m.month_id as month_seen, 0 as found
            from months m cross join start s where m.month_id >= s.first_month
        )
        select month_seen as period, sum(found) as value, sum(found) as n
        from seen
        group by month_seen
    """,
    events="select opened_month_id as period, event from changes where is_bot = 0 and has_opened = 1",
    definition="https://chaoss.community/kb/metric-change-requests/",
    order=50,
    caveat="Without a forge, the opening is inferred from the first commit of a change.",
)
