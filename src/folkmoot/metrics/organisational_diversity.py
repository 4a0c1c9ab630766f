"""Organisations with commits per year.

Question:
    How many organisations contribute each year?

Why it matters:
    A project that several organisations work on outlives the plans of any one of them. A number that shrinks
    while the commits stay the same shows the others leaving.

How it is counted:
    Organisations with at least one commit in the year (author's date in UTC); merges and bots left out,
    commits without a known organisation not counted. n is the number of commits counted.

What it does not tell:
    How much each of them does: one commit makes an organisation count. Organisations whose people use private
    addresses are not seen.

References:
    CHAOSS, Organizational Diversity: https://chaoss.community/kb/metric-organizational-diversity/
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Metric, Shape, Unit

METRIC = Metric(
    id="organisational-diversity",
    version=2,
    title="Organisations per year",
    question="How many organisations contribute each year?",
    page="organisations",
    unit=Unit.ORGANISATIONS,
    better=Better.HIGHER,
    shape=Shape.SERIES,
    needs=(Kind.COMMIT,),
    sql="""
        select year_id as period, count(distinct organisation) as value, count(*) as n
        from commits
        where is_bot = 0 and is_merge = 0 and organisation <> 0
        group by year_id
    """,
    events="""
        select year_id as period, event
        from commits
        where is_bot = 0 and is_merge = 0 and organisation <> 0
    """,
    definition="https://chaoss.community/kb/metric-organizational-diversity/",
    order=20,
    caveat="Only organisations known from an e-mail domain or an override; see the share beside it.",
)
