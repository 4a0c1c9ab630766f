"""First changes.

Question:
    What becomes of the first change of somebody new?

Why it matters:
    A first change that is merged makes a contributor; one that is left lying unmakes one.

How it is counted:
    The first change that each person ever opened here, unless the forge calls them owner, member or
    collaborator, by the year (and in the last 12 months), as shares: `merged`; `closed unmerged`;
    `abandoned`, still open and nobody said anything for `quiet_days` (90) days; `open`. Bots are left
    out, and what they say is nobody's word. n is the number of newcomers.

What it does not tell:
    Whose silence it was. Where nobody says what people are to the project, the first changes of its
    maintainers are in it too. A change closed unmerged may have been replaced by a better one.

References:
    CHAOSS, New Contributors: https://chaoss.community/kb/metric-new-contributors/
    CHAOSS, Change Requests Accepted: https://chaoss.community/kb/metric-change-requests-accepted/
"""

from folkmoot.metrics._periods import FATE_EVENTS, fates
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Label, Metric, Shape, Unit

FATES = ("merged", "closed unmerged", "open", "abandoned")

COUNTED = """
        with spoken as (
            select item_event, max(ts) as last_word
            from interactions where is_change = 1 and is_bot = 0
            group by item_event
        ),
        placed as (
            select event,
                row_number() over (partition by person order by opened_ts, project, number) as place
            from items
            where is_change = 1 and is_bot = 0 and person > 0
        ),
        counted as (
            select i.opened_year_id as year_id, i.opened_ts as ts, i.event as event,
                case when i.is_merged = 1 then 'merged'
                    when i.is_closed = 1 then 'closed unmerged'
                    when k.as_of_ts - coalesce(s.last_word, i.opened_ts) < 86400 * {quiet_days} then 'open'
                    else 'abandoned' end as fate
            from placed p
            join items i on i.event = p.event
            cross join clock k
            left join spoken s on s.item_event = i.event
            where p.place = 1 and i.is_inside = 0
        ),"""

METRIC = Metric(
    id="newcomer-changes",
    version=3,
    title="First changes",
    question="What becomes of the first change of somebody new?",
    page="newcomers",
    unit=Unit.SHARE,
    better=Better.NEITHER,
    shape=Shape.SERIES,
    label=Label.WORD,
    labels=FATES,
    gap=Gap.UNKNOWN,
    needs=(
        Kind.CHANGE_OPENED,
        Kind.CHANGE_CLOSED,
    ),
    sql=COUNTED + fates(FATES),
    events=COUNTED + FATE_EVENTS,
    definition="https://chaoss.community/kb/metric-new-contributors/",
    parameters={"quiet_days": 90},
    min_n=5,
    order=32,
)
