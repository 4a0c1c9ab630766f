"""The longest time without a commit.

Question:
    What is the longest the project has been silent?

Why it matters:
    It puts a quiet spell into proportion: a project that was silent for two months every summer is not dying
    after six weeks, and one that never paused for a week may need a look after three.

How it is counted:
    The longest time in days between one commit by a person (merges included: merging is no silence) and the
    next. A silence belongs to the year in which it ended; the time from the last commit to the moment the
    numbers are for counts too, in the current year. n is the number of silences compared. Per year and for
    all time.

What it does not tell:
    Silence in git is not absence: people may have talked, reviewed or released elsewhere. A year that lay
    wholly within a silence has no value of its own. Commits on branches that were not merged do not count,
    and a clone that was not fetched for a while looks silent since.

References:
    CHAOSS, Activity Dates and Times: https://chaoss.community/kb/metric-activity-dates-and-times/
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Shape, Unit

SILENCES = """
        with acts as (
            select ts as act_ts, event as act, year_id as act_year from commits where is_bot = 0
            union all
            select as_of_ts as act_ts, '' as act, as_of_year_id as act_year from clock
        ),
        ordered as (
            select act, act_ts, act_year,
                row_number() over (order by act_ts, act) as place,
                min(act_ts) over (order by act_ts, act rows between 1 preceding and 1 preceding) as before_ts,
                min(act) over (order by act_ts, act rows between 1 preceding and 1 preceding) as before_act
            from acts
        ),
        silent as (
            select act_year, act, before_act, act_ts - before_ts as gap_s from ordered where place > 1
        ),
        longest as (
            select act_year as period, max(gap_s) as most_s, count(*) as gaps from silent group by act_year
            union all
            select cast(0 as bigint) as period, max(gap_s) as most_s, count(*) as gaps
            from silent having count(*) > 0
        )"""

METRIC = Metric(
    id="longest-silence",
    version=1,
    title="Longest silence",
    question="What is the longest the project has been silent?",
    page="rhythm",
    unit=Unit.DAYS,
    better=Better.NEITHER,
    shape=Shape.SERIES,
    gap=Gap.UNKNOWN,
    needs=(Kind.COMMIT,),
    sql=SILENCES + "\n        select period, 1e0 * most_s / 86400 as value, gaps as n from longest",
    events=SILENCES
    + """,
        found as (
            select l.period, s.act, s.before_act
            from longest l cross join silent s
            where s.gap_s = l.most_s and (l.period = 0 or l.period = s.act_year)
        )
        select f.period as period, c.event as event from found f join commits c on c.event = f.act
        union distinct
        select f.period as period, c.event as event from found f join commits c on c.event = f.before_act
    """,
    definition="https://chaoss.community/kb/metric-activity-dates-and-times/",
    order=60,
    caveat="Silence in git is not absence, and a clone not fetched for a while looks silent since.",
    least_days=30,
)
