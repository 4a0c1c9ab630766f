"""Conversion rates.

Question:
    How large is the share that takes the next step?

Why it matters:
    Small absolute numbers grow and shrink with fame; the rates show whether the way itself became
    easier.

How it is counted:
    `D0`: people who starred or forked in the last 12 months, as far as the forge tells. `D1`: those of
    them who opened or commented on an issue, or commented on or reviewed a change, whenever. `D2`:
    those of D1 who had a change merged, whenever. Each holds the next. Bots are left out. D1/D0 and
    D2/D1 are the shares that took the next step, with Wilson's 95 % interval. n is what each share is
    of. CHAOSS's D0/A is left out: nobody knows how many people there were to begin with.

What it does not tell:
    No order in time is asked for: somebody who contributed and then starred counts too. For that
    question see contributor-confidence.

References:
    CHAOSS, Conversion Rate: https://chaoss.community/kb/metric-conversion-rate/
"""

from folkmoot.metrics._stages import STAGES
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Label, Metric, Row, Shape, Unit
from folkmoot.model.statistics import wilson_interval


def finish(rows: list[Row]) -> list[Row]:
    """Give each share its interval."""
    return [_bounded(row) for row in rows]


def _bounded(row: Row) -> Row:
    low, high = wilson_interval(round((row.value or 0.0) * row.n), row.n)
    return row._replace(low=low, high=high)


METRIC = Metric(
    id="conversion-rates",
    version=1,
    title="Conversion rates",
    question="How large is the share that takes the next step?",
    page="newcomers",
    unit=Unit.SHARE,
    better=Better.HIGHER,
    shape=Shape.BREAKDOWN,
    label=Label.WORD,
    labels=("spoke (D1/D0)", "merged (D2/D1)"),
    gap=Gap.UNKNOWN,
    needs=(
        Kind.STAR,
        Kind.FORK,
    ),
    sql=STAGES
    + """
        select cast(1 as bigint) as period, 'spoke (D1/D0)' as label,
            1e0 * sum(is_second) / count(*) as value,
            count(*) as n
        from nested having count(*) > 0
        union all
        select cast(1 as bigint) as period, 'merged (D2/D1)' as label,
            1e0 * sum(is_third) / nullif(sum(is_second), 0) as value, sum(is_second) as n
        from nested having sum(is_second) > 0
    """,
    events=STAGES
    + """
        select distinct cast(1 as bigint) as period, a.event as event, 'spoke (D1/D0)' as label
        from acts a
        join nested n on n.person = a.person
        cross join clock k
        where a.kind in ('star', 'fork') and a.ts > k.year_ago_ts
        union all
        select distinct cast(1 as bigint) as period, a.event as event, 'merged (D2/D1)' as label
        from acts a
        join nested n on n.person = a.person
        cross join clock k
        where a.kind in ('star', 'fork') and a.ts > k.year_ago_ts and n.is_second = 1
    """,
    definition="https://chaoss.community/kb/metric-conversion-rate/",
    finish=finish,
    min_n=5,
    order=22,
    wrong_without=(Kind.ISSUE_OPENED, Kind.CHANGE_OPENED),
)
