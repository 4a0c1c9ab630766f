"""People by kind of content.

Question:
    How many people work on code, documentation, tests and the rest?

Why it matters:
    A kind of content that one or two people look after is a point of failure like any module, and an opening
    for those who would rather not begin with code.

How it is counted:
    People who changed at least one file of the kind in the last 12 months; merges and bots left out, the kind
    told by the path alone. Whoever works on several kinds counts in each. n is the number of edits.

What it does not tell:
    How much each of them did. Work that leaves no commit is not here.

References:
    CHAOSS, Types of Contributions: https://chaoss.community/kb/metric-types-of-contributions/
"""

from folkmoot.metrics._unanswered import NOBODY_COUNTED
from folkmoot.model.content import Content
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Label, Metric, Shape, Unit

METRIC = Metric(
    id="people-by-content",
    version=2,
    title="People by kind of work",
    question="How many people work on code, documentation, tests and the rest?",
    page="knowledge",
    unit=Unit.PEOPLE,
    better=Better.HIGHER,
    shape=Shape.BREAKDOWN,
    label=Label.WORD,
    labels=tuple(kind.value for kind in Content),
    needs=(Kind.COMMIT,),
    sql="""
        select cast(1 as bigint) as period, t.content as label,
            count(distinct t.person) as value, count(*) as n
        from touches t cross join clock k
        where t.is_bot = 0 and t.ts > k.year_ago_ts
        group by t.content
    """,
    events="""
        select distinct cast(1 as bigint) as period, t.content as label, t.event as event
        from touches t cross join clock k
        where t.is_bot = 0 and t.ts > k.year_ago_ts
    """,
    definition="https://chaoss.community/kb/metric-types-of-contributions/",
    order=65,
    nothing=NOBODY_COUNTED,
)
