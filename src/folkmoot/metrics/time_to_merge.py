"""Time from opening a change to merging it.

Question:
    How long does a change wait until it is merged?

Why it matters:
    Waiting is what newcomers remember. The median tells what is usual; nine in ten are merged within the
    90th percentile, which is where patience ends.

How it is counted:
    Changes of people merged in the year (and in the last 12 months) whose opening and merge the clone both
    shows: days from one to the other. Left out are those whose first commit was written (or rewritten) at
    the very moment of the merge or later: when they were opened is not known. `median` is the middle one
    (the mean of the two middle ones), `p90` the smallest that at least nine in ten do not exceed. n is the
    number of changes; under 5 nothing is shown. Where a forge is connected, both moments are the forge's.

What it does not tell:
    Git keeps no opening time: it is taken from when the author wrote the first commit, within about two
    minutes at the median, but a branch begun long before its opening looks slower than it was,
    as far as the changes numbered before it allow. What was
    never merged is not here, so the wait of those still waiting is not told. A merge is not the first answer.

References:
    CHAOSS, Change Requests Duration: https://chaoss.community/kb/metric-change-requests-duration/
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Label, Metric, Shape, Unit

WAITS = """
        with waited as (
            select
                event,
                cast(1e0 * (merged_month_id - merged_month_id % 100) / 100 as bigint) as merged_year,
                merged_ts,
                merged_ts - opened_ts as wait
            from changes
            where is_bot = 0 and is_merged = 1 and has_opened = 1 and opened_ts < merged_ts
        ),
        windowed as (
            select merged_year as period, event, wait from waited
            union all
            select cast(1 as bigint) as period, w.event, w.wait
            from waited w cross join clock k where w.merged_ts > k.year_ago_ts
        )"""

METRIC = Metric(
    id="time-to-merge",
    version=3,
    title="Time to merge",
    question="How long does a change wait until it is merged?",
    page="flow",
    unit=Unit.DAYS,
    better=Better.LOWER,
    shape=Shape.SERIES,
    label=Label.WORD,
    labels=("median", "p90"),
    gap=Gap.UNKNOWN,
    needs=(Kind.CHANGE_OPENED, Kind.CHANGE_MERGED),
    sql=WAITS
    + """,
        ranked as (
            select period, wait,
                row_number() over (partition by period order by wait) as place,
                count(*) over (partition by period) as total
            from windowed
        )
        select period, 'median' as label,
            1e0 * avg(case when 2 * place between total and total + 2 then wait end) / 86400 as value,
            max(total) as n
        from ranked group by period
        union all
        select period, 'p90' as label,
            1e0 * min(case when 10 * place >= 9 * total then wait end) / 86400 as value,
            max(total) as n
        from ranked group by period
    """,
    events=WAITS
    + """
        select period, event, 'median' as label from windowed
        union all
        select period, event, 'p90' as label from windowed
    """,
    definition="https://chaoss.community/kb/metric-change-requests-duration/",
    min_n=5,
    order=70,
    caveat="Without a forge, opening is inferred from the first commit: work prepared for long looks slower.",
)
