"""From a star to a merge.

Question:
    How far on the way into the project have the people of the last 12 months come?

Why it matters:
    A way in has steps, and each loses people. The step that loses most is the one to mend.

How it is counted:
    People (bots left out) seen in the last 12 months, by what they have done until now: `came by` is all
    of them, who starred, forked or did anything below; `took part`, who opened an issue or a change,
    commented, reviewed or merged; `offered a change`; `had a change merged`; `and helped others`, who
    also reviewed or merged somebody else's change; `and merged for others`, who also merged somebody
    else's. Each step holds the next. n is the number of all people seen.

What it does not tell:
    It is the state of one year, not one group of people followed through the years. Who reviews or merges
    without ever having had a change merged is not on the last two steps. Stars are known only where the
    forge shows them; where neither stars nor forks are known, the first step is left out.

References:
    CHAOSS, Conversion Rate: https://chaoss.community/kb/metric-conversion-rate/
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Label, Metric, Shape, Unit

NAMES = (
    "came by", "took part", "offered a change", "had a change merged", "and helped others",
    "and merged for others",
)  # fmt: skip
"""The steps, by their height from 1."""

STEPS = (
    """
        with stepped as (
            select event, person, ts as step_ts, 1 as height
            from acts where kind in ('star', 'fork') and is_bot = 0 and person > 0
            union all
            select event, person, opened_ts as step_ts, case when is_change = 1 then 3 else 2 end as height
            from items where is_bot = 0 and person > 0
            union all
            select event, person, merged_ts as step_ts, 4 as height
            from items where is_change = 1 and is_merged = 1 and is_bot = 0 and person > 0
            union all
            select event, person, ts as step_ts,
                case when kind = 'review' and is_own = 0 then 5 else 2 end as height
            from interactions where is_bot = 0 and person > 0
            union all
            select i.event as event, i.merged_by as person, i.merged_ts as step_ts, 6 as height
            from items i
            where i.is_change = 1 and i.is_merged = 1 and i.merged_by > 0 and i.merged_by <> i.person
        ),
        seen as (
            select s.person as person,
                max(case when s.height > 1 then 1 else 0 end) as has_spoken,
                max(case when s.height = 3 then 1 else 0 end) as has_offered,
                max(case when s.height = 4 then 1 else 0 end) as has_landed,
                max(case when s.height > 4 then 1 else 0 end) as has_helped,
                max(case when s.height = 6 then 1 else 0 end) as has_merged
            from stepped s cross join clock k
            group by s.person
            having sum(case when s.step_ts > k.year_ago_ts then 1 else 0 end) > 0
        ),
        looks as (select count(*) as known from acts where kind in ('star', 'fork')),
        walked as (
            select person, 1 as reached from seen cross join looks where known > 0
            union all select person, 2 as reached from seen where has_spoken = 1
            union all select person, 3 as reached from seen where has_offered = 1
            union all select person, 4 as reached from seen where has_landed = 1
            union all select person, 5 as reached from seen where has_landed = 1 and has_helped = 1
            union all select person, 6 as reached from seen where has_landed = 1 and has_merged = 1
        ),
        named as (
            """
    + " union all ".join(
        f"select {height} as reached, '{name}' as step" for height, name in enumerate(NAMES, start=1)
    )
    + """
        )"""
)

METRIC = Metric(
    id="contributor-path",
    version=2,
    title="From a star to a merge",
    question="How far on the way into the project have the people of the last 12 months come?",
    page="newcomers",
    unit=Unit.PEOPLE,
    better=Better.NEITHER,
    shape=Shape.BREAKDOWN,
    label=Label.WORD,
    labels=NAMES,
    gap=Gap.UNKNOWN,
    needs=(
        Kind.ISSUE_OPENED,
        Kind.CHANGE_OPENED,
        Kind.COMMENT,
    ),
    sql=STEPS
    + """,
        everybody as (select count(*) as total from seen)
        select cast(1 as bigint) as period, n.step as label, count(w.person) as value, max(e.total) as n
        from everybody e
        cross join looks l
        cross join named n
        left join walked w on w.reached = n.reached
        where e.total > 0 and (n.reached > 1 or l.known > 0)
        group by n.step
    """,
    events=STEPS
    + """
        select distinct cast(1 as bigint) as period, s.event as event, n.step as label
        from walked w
        join named n on n.reached = w.reached
        join stepped s on s.person = w.person
        where (w.reached < 3 and s.height >= w.reached)
            or (w.reached in (3, 4, 6) and s.height = w.reached)
            or (w.reached = 5 and s.height > 4)
    """,
    definition="https://chaoss.community/kb/metric-conversion-rate/",
    order=10,
    caveat="Each step holds the next. It is the state of one year, not one group followed through the years.",
    wrong_without=(Kind.ISSUE_OPENED, Kind.CHANGE_OPENED),
)
