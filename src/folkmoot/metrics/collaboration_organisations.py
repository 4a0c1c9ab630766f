"""Which organisations work together.

Question:
    Which organisations answer and review one another?

Why it matters:
    Where organisations answer one another, a project is shared in deed, not only in its list of
    members.

How it is counted:
    Comments and reviews of the last 12 months by people of one organisation on what people of another
    opened, counted per pair, both ways together; bots and people whose organisation is not known are
    left out. The `most` (100) busiest pairs are shown. n is the same number.

What it does not tell:
    Only organisations that are known; see the share of known ones on the page of organisations.

References:
    CHAOSS, Organizational Diversity: https://chaoss.community/kb/metric-organizational-diversity/
"""

from folkmoot.metrics._strongest import EVENTS, STRONGEST
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Label, Metric, Shape, Unit

MET = """
        with met as (
            select x.event as event,
                case when x.organisation < i.organisation then x.organisation
                    else i.organisation end as one_side,
                case when x.organisation < i.organisation then i.organisation
                    else x.organisation end as other_side
            from interactions x
            join items i on i.event = x.item_event
            cross join clock k
            where x.is_bot = 0 and x.person > 0 and x.is_own = 0 and x.item_person > 0
                and x.ts > k.year_ago_ts and i.is_bot = 0 and x.organisation <> 0 and i.organisation <> 0
                and x.organisation <> i.organisation
        )"""

METRIC = Metric(
    id="collaboration-organisations",
    version=1,
    title="Which organisations work together",
    question="Which organisations answer and review one another?",
    page="collaboration",
    unit=Unit.ACTS,
    better=Better.NEITHER,
    shape=Shape.GRAPH,
    label=Label.ORGANISATION,
    part=Label.ORGANISATION,
    gap=Gap.UNKNOWN,
    needs=(
        Kind.COMMENT,
        Kind.REVIEW_COMMENT,
    ),
    sql=MET + STRONGEST,
    events=MET + EVENTS,
    definition="https://chaoss.community/kb/metric-organizational-diversity/",
    parameters={"most": 100},
    order=20,
    nothing=(
        "No two organisations are known to have answered each other in the last 12 months. Files in "
        ".folkmoot/people can say who works for whom."
    ),
)
