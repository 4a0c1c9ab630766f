"""Commits by organisation in the last 12 months.

Question:
    Which organisations did the commits of the last 12 months come from?

Why it matters:
    A programme office sees whom to talk to, a maintainer sees whose change of plans would be felt, and a
    company that judges the project sees who else stands behind it.

How it is counted:
    Commits of the last 12 months by people, merges and bots left out, by the organisation of their author on
    that date; the `most` organisations with the most commits. Commits without a known organisation are not in
    it; where they are more than nine in ten (`min_known` 0.1) nothing is shown, because the little that is
    known would mislead. n is the number of commits. Only commits are shown, nothing about the people: many
    an organisation is one or two of them.

What it does not tell:
    What an organisation does beyond commits: reviews, releases, money, a foundation seat.

References:
    CHAOSS, Organizational Influence: https://chaoss.community/kb/metric-organizational-influence/
"""

from folkmoot.metrics._unanswered import KNOWN_OF_FEW
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Label, Metric, Shape, Unit

CHOSEN = """
        with recent as (
            select c.organisation as firm, c.event as act
            from commits c cross join clock k
            where c.is_bot = 0 and c.is_merge = 0 and c.ts > k.year_ago_ts
        ),
        told as (
            select sum(case when firm <> 0 then 1 else 0 end) as known, count(*) as whole from recent
        ),
        chosen as (
            select r.firm as firm, count(*) as made
            from recent r cross join told t
            where r.firm <> 0 and t.known >= {min_known} * t.whole
            group by r.firm order by made desc, firm limit {most}
        )"""

METRIC = Metric(
    id="top-organisations",
    version=2,
    title="Commits by organisation",
    question="Which organisations did the commits of the last 12 months come from?",
    page="organisations",
    unit=Unit.COMMITS,
    better=Better.NEITHER,
    shape=Shape.BREAKDOWN,
    label=Label.ORGANISATION,
    needs=(Kind.COMMIT,),
    parameters={"most": 15, "min_known": 0.1},
    sql=CHOSEN
    + """
        select cast(1 as bigint) as period, cast(firm as varchar) as label, made as value, made as n
        from chosen
    """,
    events=CHOSEN
    + """
        select cast(1 as bigint) as period, cast(r.firm as varchar) as label, r.act as event
        from recent r join chosen o on o.firm = r.firm
    """,
    definition="https://chaoss.community/kb/metric-organizational-influence/",
    order=15,
    caveat="Only commits whose organisation is known; see the share beside it.",
    nothing=KNOWN_OF_FEW,
    is_of_last_year=True,
)
