"""From a star to a merge.

Question:
    How many people are on each step of the way into the project?

Why it matters:
    A way in has steps, and each loses people. The step that loses most is the one to mend.

How it is counted:
    People (bots left out) who in the last 12 months `starred or forked`, `asked or answered` (opened an
    issue, or commented), `opened a change`, `had a change merged`, `reviewed` somebody else's change,
    `merged` somebody else's change. One person may be on all steps. n is the same number.

What it does not tell:
    The steps are not nested: many maintainers never starred. Stars are known only where the forge shows
    them.

References:
    CHAOSS, Conversion Rate: https://chaoss.community/kb/metric-conversion-rate/
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Label, Metric, Shape, Unit

NAMES = (
    "starred or forked", "asked or answered", "opened a change", "had a change merged", "reviewed", "merged",
)  # fmt: skip

STEPS = """
        with stepped as (
            select event, person, ts as step_ts, 'starred or forked' as step
            from acts where kind in ('star', 'fork') and is_bot = 0 and person > 0
            union all
            select event, person, opened_ts as step_ts,
                case when is_change = 1 then 'opened a change' else 'asked or answered' end as step
            from items where is_bot = 0 and person > 0
            union all
            select event, person, merged_ts as step_ts, 'had a change merged' as step
            from items where is_change = 1 and is_merged = 1 and is_bot = 0 and person > 0
            union all
            select event, person, ts as step_ts,
                case when kind = 'review' and is_own = 0 then 'reviewed' else 'asked or answered' end as step
            from interactions where is_bot = 0 and person > 0
            union all
            select i.event as event, i.merged_by as person, i.merged_ts as step_ts, 'merged' as step
            from items i
            where i.is_change = 1 and i.is_merged = 1 and i.merged_by > 0 and i.merged_by <> i.person
        ),
        trodden as (
            select s.event as event, s.person as person, s.step as step
            from stepped s cross join clock k
            where s.step_ts > k.year_ago_ts
        )"""

METRIC = Metric(
    id="contributor-path",
    version=1,
    title="From a star to a merge",
    question="How many people are on each step of the way into the project?",
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
    + """
        select cast(1 as bigint) as period, step as label, count(distinct person) as value,
            count(distinct person) as n
        from trodden
        group by step
    """,
    events=STEPS + "\n        select distinct cast(1 as bigint) as period, event, step as label from trodden",
    definition="https://chaoss.community/kb/metric-conversion-rate/",
    order=10,
)
