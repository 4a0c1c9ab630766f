"""Share of changes merged by their own author.

Question:
    How many changes are merged by the person who wrote them?

Why it matters:
    A change merged by its author may have had no second pair of eyes. A rising share often means that nobody
    else had time to look.

How it is counted:
    Changes of people merged in the year (and in the last 12 months) of which the clone shows both the author
    and who merged: those where both are the same person, divided by all of these; n is all of these. Where a
    forge is connected, it names who merged, squashed changes included.

What it does not tell:
    Squashed changes name the forge, not the person who pressed the button; they are not in the denominator.
    Nor are changes merged by a robot. A self-merged change may well have been reviewed
    before.

References:
    OpenSSF Scorecard, Code-Review: https://github.com/ossf/scorecard/blob/main/docs/checks.md#code-review
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Shape, Unit

KNOWN = """
        with known as (
            select event, merged_ts, merged_month_id,
                case when merged_by = person then 1 else 0 end as is_self
            from changes
            where is_bot = 0 and is_merged = 1 and person > 0 and merged_by > 0
        ),
        windowed as (
            select cast(1e0 * (merged_month_id - merged_month_id % 100) / 100 as bigint) as period,
                event, is_self
            from known
            union all
            select cast(1 as bigint) as period, n.event, n.is_self
            from known n cross join clock k where n.merged_ts > k.year_ago_ts
        )"""

METRIC = Metric(
    id="self-merged",
    version=1,
    title="Self-merged changes",
    question="How many changes are merged by the person who wrote them?",
    page="flow",
    unit=Unit.SHARE,
    better=Better.LOWER,
    shape=Shape.SERIES,
    gap=Gap.UNKNOWN,
    needs=(Kind.CHANGE_OPENED, Kind.CHANGE_MERGED),
    sql=KNOWN
    + """
        select period, 1e0 * sum(is_self) / count(*) as value, count(*) as n
        from windowed
        group by period
    """,
    events=KNOWN
    + """
        select period, event,
            case when is_self = 1 then 'change.self-merged' else 'change' end as kind
        from windowed
    """,
    definition="https://github.com/ossf/scorecard/blob/main/docs/checks.md#code-review",
    min_n=5,
    order=90,
    caveat="Without a forge, only changes whose merger git names; squashed ones usually do not.",
    nothing="Git does not name who merged here, as with squashed changes; connect a forge to see it.",
)
