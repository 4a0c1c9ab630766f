"""Kinds of content worked on, per year.

Question:
    What do people work on: code, documentation, tests, translations?

Why it matters:
    Tests and documentation that stand still while the code moves are debts that newcomers pay. A project that
    shows work other than code also shows that such work is welcome.

How it is counted:
    Edits (one commit changing one file) by people, merges and bots left out, per year of the author's date in
    UTC and kind of content told by the path alone; the share of each kind in all edits of the year; n is all
    of them. A kind that was edited in another year only has a share of 0.

What it does not tell:
    The effort: one commit that moves a thousand files weighs a thousand. Work that leaves no commit, such as
    answering, triage, design or events, is not here at all.

References:
    CHAOSS, Types of Contributions: https://chaoss.community/kb/metric-types-of-contributions/
"""

from folkmoot.model.content import Content
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Label, Metric, Shape, Unit

METRIC = Metric(
    id="contribution-types",
    version=3,
    title="What people work on",
    question="What do people work on: code, documentation, tests, translations?",
    page="knowledge",
    unit=Unit.SHARE,
    better=Better.NEITHER,
    shape=Shape.SERIES,
    gap=Gap.UNKNOWN,
    label=Label.WORD,
    labels=tuple(kind.value for kind in Content),
    needs=(Kind.COMMIT,),
    sql="""
        with by_kind as (
            select year_id as period, content as label, count(*) as edits
            from touches
            where is_bot = 0
            group by year_id, content
        ),
        of_year as (select period, sum(edits) as total from by_kind group by period),
        kinds as (select distinct label from by_kind)
        select y.period as period, k.label as label, 1e0 * coalesce(b.edits, 0) / y.total as value,
            y.total as n
        from of_year y
            cross join kinds k
            left join by_kind b on b.period = y.period and b.label = k.label
    """,
    events="""
        select year_id as period, content as label, event, path
        from touches
        where is_bot = 0
    """,
    definition="https://chaoss.community/kb/metric-types-of-contributions/",
    min_n=5,
    order=60,
    caveat="One commit that moves a thousand files weighs a thousand edits.",
)
