"""From looking to contributing.

Question:
    Of the people who starred or forked, how many spoke, and how many had a change merged?

Why it matters:
    It shows between which two steps people are lost: before they speak, or after.

How it is counted:
    `D0`: people who starred or forked in the last 12 months, as far as the forge tells. `D1`: those of
    them who opened or commented on an issue, or commented on or reviewed a change, whenever. `D2`:
    those of D1 who had a change merged, whenever. Each holds the next. Bots are left out. n is D0.

What it does not tell:
    Most people star to remember. Forges show who starred to maintainers only; without that, D0 is the
    people who forked.

References:
    CHAOSS, Conversion Rate: https://chaoss.community/kb/metric-conversion-rate/
"""

from folkmoot.metrics._stages import STAGES
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Label, Metric, Shape, Unit

METRIC = Metric(
    id="conversion-stages",
    version=1,
    title="From looking to contributing",
    question="Of the people who starred or forked, how many spoke, and how many had a change merged?",
    page="newcomers",
    unit=Unit.PEOPLE,
    better=Better.NEITHER,
    shape=Shape.BREAKDOWN,
    label=Label.WORD,
    labels=("looked (D0)", "spoke (D1)", "merged (D2)"),
    gap=Gap.UNKNOWN,
    needs=(
        Kind.STAR,
        Kind.FORK,
    ),
    sql=STAGES
    + """
        select cast(1 as bigint) as period, 'looked (D0)' as label, count(*) as value, count(*) as n
        from nested having count(*) > 0
        union all
        select cast(1 as bigint) as period, 'spoke (D1)' as label, sum(is_second) as value, count(*) as n
        from nested having count(*) > 0
        union all
        select cast(1 as bigint) as period, 'merged (D2)' as label, sum(is_third) as value, count(*) as n
        from nested having count(*) > 0
    """,
    events=STAGES
    + """
        select distinct cast(1 as bigint) as period, a.event as event, 'looked (D0)' as label
        from acts a
        join nested n on n.person = a.person
        cross join clock k
        where a.kind in ('star', 'fork') and a.ts > k.year_ago_ts
        union all
        select distinct cast(1 as bigint) as period, a.event as event, 'spoke (D1)' as label
        from acts a
        join nested n on n.person = a.person
        cross join clock k
        where a.kind in ('star', 'fork') and a.ts > k.year_ago_ts and n.is_second = 1
        union all
        select distinct cast(1 as bigint) as period, a.event as event, 'merged (D2)' as label
        from acts a
        join nested n on n.person = a.person
        cross join clock k
        where a.kind in ('star', 'fork') and a.ts > k.year_ago_ts and n.is_third = 1
    """,
    definition="https://chaoss.community/kb/metric-conversion-rate/",
    order=20,
    wrong_without=(Kind.ISSUE_OPENED, Kind.CHANGE_OPENED),
)
