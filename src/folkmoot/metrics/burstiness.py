"""How regular or bursty the work is.

Question:
    Does work come steadily or in bursts?

Why it matters:
    Bursts are normal: before releases, in holidays, when a sponsor pays. A project that becomes burstier
    depends more on a few pushes of a few people, and a newcomer who comes in between finds nobody.

How it is counted:
    B = (sigma - mu) / (sigma + mu), from the mean mu and the standard deviation sigma (of all, not of a
    sample) of the times between one commit and the next, by people, merges left out. -1 is a clock, 0 is
    chance, towards 1 all comes at once. A time belongs to the year of the later commit; n is the number of
    times. Given per year and for the last 12 months.

What it does not tell:
    A series of patches applied at once looks like a burst, and one very long pause weighs a lot. Compare
    one project over time rather than one project with another.

References:
    Goh and Barabasi, Burstiness and memory in complex systems: https://arxiv.org/abs/physics/0610233
    CHAOSS, Burstiness: https://chaoss.community/kb/metric-burstiness/
"""

from __future__ import annotations

from math import sqrt

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Row, Shape, Unit

GAPS = """
        with ordered as (
            select event as act, ts as act_ts, year_id as act_year,
                row_number() over (order by ts, event) as place,
                min(ts) over (order by ts, event rows between 1 preceding and 1 preceding) as before_ts
            from commits
            where is_bot = 0 and is_merge = 0
        ),
        windowed as (
            select act_year as period, act, 1e0 * (act_ts - before_ts) as gap_s from ordered where place > 1
            union all
            select cast(1 as bigint) as period, o.act, 1e0 * (o.act_ts - o.before_ts) as gap_s
            from ordered o cross join clock k where o.place > 1 and o.act_ts > k.year_ago_ts
        )"""


def burstiness(rows: list[Row]) -> list[Row]:
    """Turn a mean (`value`) and a variance (`high`) of times into B, which needs a square root.

    B is undefined, thus None, when all times are 0.
    """
    result = []
    for row in rows:
        mean, deviation = row.value or 0.0, sqrt(row.high or 0.0)
        spread = deviation + mean
        result.append(row._replace(value=(deviation - mean) / spread if spread else None, high=None))
    return result


METRIC = Metric(
    id="burstiness",
    version=1,
    title="Steady or bursty",
    question="Does work come steadily or in bursts?",
    page="rhythm",
    unit=Unit.INDEX,
    better=Better.NEITHER,
    shape=Shape.SERIES,
    gap=Gap.UNKNOWN,
    needs=(Kind.COMMIT,),
    sql=GAPS
    + """,
        means as (select period, avg(gap_s) as mean_s from windowed group by period)
        select w.period as period, max(m.mean_s) as value, count(*) as n,
            avg((w.gap_s - m.mean_s) * (w.gap_s - m.mean_s)) as high
        from windowed w join means m on m.period = w.period
        group by w.period
    """,
    events=GAPS + "\n        select period, act as event from windowed",
    definition="https://chaoss.community/kb/metric-burstiness/",
    finish=burstiness,
    min_n=5,
    order=50,
    caveat=(
        "−1 is as regular as a clock, 0 is like chance, near 1 all comes at once. Patches applied as a "
        "series look like a burst; compare one project over time."
    ),
)
