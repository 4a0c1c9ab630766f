"""Who works with whom.

Question:
    Which people answer and review one another?

Why it matters:
    A community of pairs is more than a star around one person: it holds when that person is away.

How it is counted:
    Comments and reviews of the last 12 months by one person on what another opened, counted per pair,
    both ways together; bots are left out. The `most` (100) busiest pairs are shown. n is the same
    number.

What it does not tell:
    Talking is not agreeing. Work together that leaves no comment, such as a shared branch, does not
    show. The list is no ranking.

References:
    CHAOSS, Change Request Reviews: https://chaoss.community/kb/metric-change-request-reviews/
"""

from folkmoot.metrics._strongest import EVENTS, STRONGEST
from folkmoot.metrics._unanswered import QUIET
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Label, Metric, Shape, Unit

MET = """
        with met as (
            select x.event as event,
                case when x.person < x.item_person then x.person else x.item_person end as one_side,
                case when x.person < x.item_person then x.item_person else x.person end as other_side
            from interactions x
            join items i on i.event = x.item_event
            cross join clock k
            where x.is_bot = 0 and x.person > 0 and x.is_own = 0 and x.item_person > 0
                and x.ts > k.year_ago_ts and i.is_bot = 0
        )"""

METRIC = Metric(
    id="collaboration-people",
    version=1,
    title="Who works with whom",
    question="Which people answer and review one another?",
    page="collaboration",
    unit=Unit.ACTS,
    better=Better.NEITHER,
    shape=Shape.GRAPH,
    label=Label.PERSON,
    part=Label.PERSON,
    gap=Gap.UNKNOWN,
    needs=(
        Kind.COMMENT,
        Kind.REVIEW_COMMENT,
    ),
    sql=MET + STRONGEST,
    events=MET + EVENTS,
    definition="https://chaoss.community/kb/metric-change-request-reviews/",
    parameters={"most": 100},
    order=10,
    nothing=QUIET,
)
