"""Who waits for whom.

Question:
    How long do changes wait for reviewers, and how long for their author?

Why it matters:
    "Reviews are slow" and "authors do not answer" need different remedies. This tells which of the two
    it is.

How it is counted:
    Changes by people closed in the year (and in the last 12 months). From its opening, and from
    everything its author says, a change waits `for reviewers`; from everything another human says, it
    waits `for the author`; until the next word or the closing. Days per change are added up per side;
    the value is the middle change. n is the number of changes.

What it does not tell:
    New commits are an answer that does not show here, so some of the waiting for the author is in truth
    waiting for reviewers. Who says "thanks" passes the turn.

References:
    CHAOSS, Review Cycle Duration within a Change Request:
    https://chaoss.community/kb/metric-review-cycle-duration-within-a-change-request/
"""

from folkmoot.metrics._periods import windowed
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Label, Metric, Shape, Unit

SIDES = """
        with ended as (
            select event, closed_year_id, opened_ts, closed_ts
            from items
            where is_change = 1 and is_bot = 0 and is_closed = 1 and closed_ts >= opened_ts
        ),
        moved as (
            select event, closed_year_id, closed_ts, opened_ts as moved_ts, 1 as by_author from ended
            union all
            select e.event as event, e.closed_year_id as closed_year_id, e.closed_ts as closed_ts,
                x.ts as moved_ts, x.is_own as by_author
            from interactions x
            join ended e on e.event = x.item_event
            where x.is_bot = 0 and x.person > 0 and x.ts >= e.opened_ts and x.ts < e.closed_ts
        ),
        stretches as (
            select event, closed_year_id, closed_ts, by_author, moved_ts,
                lead(moved_ts, 1, cast(0 as bigint)) over (
                    partition by event order by moved_ts, by_author desc) as next_ts
            from moved
        ),
        waited as (
            select event, closed_year_id, closed_ts, by_author,
                case when next_ts = 0 then closed_ts - moved_ts else next_ts - moved_ts end as stretch
            from stretches
        ),
        counted as (
            select closed_year_id as year_id, closed_ts as ts, event, 'for reviewers' as side,
                sum(case when by_author = 1 then stretch else 0 end) as wait
            from waited group by closed_year_id, closed_ts, event
            union all
            select closed_year_id as year_id, closed_ts as ts, event, 'for the author' as side,
                sum(case when by_author = 0 then stretch else 0 end) as wait
            from waited group by closed_year_id, closed_ts, event
        ),"""

METRIC = Metric(
    id="waiting-time-per-side",
    version=1,
    title="Who waits for whom",
    question="How long do changes wait for reviewers, and how long for their author?",
    page="responsiveness",
    unit=Unit.DAYS,
    better=Better.LOWER,
    shape=Shape.SERIES,
    label=Label.WORD,
    labels=("for reviewers", "for the author"),
    gap=Gap.UNKNOWN,
    needs=(
        Kind.CHANGE_CLOSED,
        Kind.REVIEW_COMMENT,
    ),
    sql=SIDES
    + windowed("event, side, wait")
    + """,
        ranked as (
            select period, side, wait,
                row_number() over (partition by period, side order by wait, event) as place,
                count(*) over (partition by period, side) as total
            from windowed
        )
        select period, side as label,
            1e0 * avg(case when 2 * place between total and total + 2 then wait end) / 86400 as value,
            max(total) as n
        from ranked group by period, side
    """,
    events=SIDES + windowed("event, side") + "\n        select period, event, side as label from windowed",
    definition="https://chaoss.community/kb/metric-review-cycle-duration-within-a-change-request/",
    min_n=5,
    order=25,
)
