"""Share of opened changes that were merged.

Question:
    Of the changes opened in a year, how many have been merged?

Why it matters:
    Work that is offered and never lands is effort lost on both sides. A falling share says that offers and
    wishes no longer meet, or that nobody has time to answer.

How it is counted:
    Changes of people whose opening the clone shows, by the year of opening: those merged by now, divided by
    all of them; n is all of them. Only where the clone shows changes that were not merged: with merged ones
    alone the share would be 100 % by construction. And only where at least `least_share` (5 %) are seen
    merged over all years: below that, work lands in a way that git does not show, such as patches by e-mail.
    Where a forge is connected, its own word counts instead, and both conditions fall away.

What it does not tell:
    The rest is unknown, not refused: git cannot tell an open change from a closed one. Changes of the last
    months may still be merged, so the current year looks lower than it will. Merges that git does not show
    lower the share, in projects that land work by hand a lot.

References:
    CHAOSS, Change Request Acceptance Ratio (which divides by merged and closed, and therefore needs a forge):
    https://chaoss.community/kb/metric-change-request-acceptance-ratio/
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Shape, Unit

SHOWN = """
        with shown as (
            select project
            from changes
            where is_bot = 0 and has_opened = 1
            group by project
            having max(is_settled) = 1
                or (min(is_merged) = 0 and sum(is_merged) >= {least_share} * count(*))
        )"""

METRIC = Metric(
    id="changes-merge-share",
    version=3,
    title="Changes that get merged",
    question="Of the changes opened in a year, how many have been merged?",
    page="flow",
    unit=Unit.SHARE,
    better=Better.HIGHER,
    shape=Shape.SERIES,
    gap=Gap.UNKNOWN,
    needs=(Kind.CHANGE_OPENED, Kind.CHANGE_MERGED),
    parameters={"least_share": 0.05},
    sql=SHOWN
    + """
        select
            cast(1e0 * (c.opened_month_id - c.opened_month_id % 100) / 100 as bigint) as period,
            1e0 * sum(c.is_merged) / count(*) as value,
            count(*) as n
        from changes c
        join shown s on s.project = c.project
        where c.is_bot = 0 and c.has_opened = 1
        group by cast(1e0 * (c.opened_month_id - c.opened_month_id % 100) / 100 as bigint)
    """,
    events=SHOWN
    + """
        select cast(1e0 * (c.opened_month_id - c.opened_month_id % 100) / 100 as bigint) as period,
            c.event as event,
            case when c.is_merged = 1 then 'change.merged' else 'change' end as kind
        from changes c
        join shown s on s.project = c.project
        where c.is_bot = 0 and c.has_opened = 1
    """,
    definition="https://chaoss.community/kb/metric-change-request-acceptance-ratio/",
    min_n=5,
    order=80,
    caveat="The rest is open or closed, or, without a forge, landed unseen. Recent changes may still be "
    "merged.",
)
