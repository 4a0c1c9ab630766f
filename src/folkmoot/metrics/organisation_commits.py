"""Commits with and without a known organisation, per year.

Question:
    How many commits come from known organisations, and how many from unknown ones?

Why it matters:
    It shows whether the picture of organisations gets clearer or dimmer over the years, and so whether a line
    that falls means that companies leave or only that people write from another address.

How it is counted:
    Commits by people, merges and bots left out, per year of the author's date in UTC: `known` where the
    author's organisation was known on that date, `unknown` where not. n is the number of commits of the
    label.

What it does not tell:
    That an unknown author is a volunteer.

References:
    CHAOSS, Organizational Diversity: https://chaoss.community/kb/metric-organizational-diversity/
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Label, Metric, Shape, Unit

TOLD = """
        with told as (
            select year_id as period, case when organisation <> 0 then 'known' else 'unknown' end as label,
                event as act
            from commits
            where is_bot = 0 and is_merge = 0
        )"""

METRIC = Metric(
    id="organisation-commits",
    version=2,
    title="Commits by known and unknown organisation",
    question="How many commits come from known organisations, and how many from unknown ones?",
    page="organisations",
    unit=Unit.COMMITS,
    better=Better.NEITHER,
    shape=Shape.SERIES,
    label=Label.WORD,
    labels=("known", "unknown"),
    needs=(Kind.COMMIT,),
    sql=TOLD
    + """
        select period, label, count(*) as value, count(*) as n
        from told
        group by period, label
    """,
    events=TOLD + "\n        select period, label, act as event from told",
    definition="https://chaoss.community/kb/metric-organizational-diversity/",
    order=30,
)
