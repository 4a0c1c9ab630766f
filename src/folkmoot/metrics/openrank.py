"""Who carries the collaboration.

Question:
    How few people hold half of the standing in the network of answers and reviews (OpenRank)?

Why it matters:
    Counting acts misses who is at the centre. Where half of the standing lies with two people, the
    others talk to them and not to one another.

How it is counted:
    Comments and reviews of the last 12 months by one person on what another opened are the edges of a
    network, both ways, in proportion to their number. Everybody starts with 1, keeps `retention` (0.5)
    of their own and passes the rest on (OpenRank). The value is the smallest number of people who
    together hold half of the ranks; nobody is named. n is the number of people. Bots are left out. Only
    the `most` (20000) busiest pairs are taken, which in nearly every project is all of them.

What it does not tell:
    OpenRank as published also ranks repositories and weighs kinds of acts; this is the part of it
    within one community. Standing is not merit.

References:
    Zhao et al., OpenRank Leaderboard, 2023: https://doi.org/10.1145/3597503.3639163
    OpenDigger: https://github.com/X-lab2017/open-digger
"""

from folkmoot.metrics._unanswered import QUIET
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Row, Shape, Unit
from folkmoot.model.openrank import openrank, shared_out

MET = """
        with met as (
            select x.event as event,
                case when x.person < x.item_person then x.person else x.item_person end as one_side,
                case when x.person < x.item_person then x.item_person else x.person end as other_side
            from interactions x
            join items i on i.event = x.item_event
            cross join clock k
            where x.is_bot = 0 and i.is_bot = 0 and x.person > 0 and x.is_own = 0 and x.item_person > 0
                and x.ts > k.year_ago_ts
        ),
        paired as (select one_side, other_side, count(*) as times from met group by one_side, other_side),
        busiest as (
            select one_side, other_side, times,
                row_number() over (order by times desc, one_side, other_side) as place
            from paired
        )"""


def finish(rows: list[Row], retention: float) -> list[Row]:
    """Turn edges (label to part) into how few people hold half of the ranks, one row per period."""
    return [
        _spread(period, [row for row in rows if row.period == period], retention)
        for period in dict.fromkeys(row.period for row in rows)
    ]


def _spread(period: int, rows: list[Row], retention: float) -> Row:
    weights: dict[tuple[str, str], float] = {}
    for row in sorted(rows, key=lambda row: (row.label, row.part)):
        for edge in ((row.label, row.part), (row.part, row.label)):
            weights[edge] = weights.get(edge, 0.0) + row.n
    people = sorted({person for edge in weights for person in edge})
    ranks = openrank(shared_out(weights), dict.fromkeys(people, 1.0), dict.fromkeys(people, retention))
    half, held, few = sum(ranks.values()) / 2, 0.0, 0
    for rank in sorted(ranks.values(), reverse=True):
        few, held = few + 1, held + rank
        if held >= half - 1e-6:
            break
    return Row(period, float(few), len(people))


METRIC = Metric(
    id="openrank",
    version=1,
    title="Who carries the collaboration",
    question="How few people hold half of the standing in the network of answers and reviews (OpenRank)?",
    page="collaboration",
    unit=Unit.PEOPLE,
    better=Better.HIGHER,
    shape=Shape.SINGLE,
    gap=Gap.UNKNOWN,
    needs=(
        Kind.COMMENT,
        Kind.REVIEW_COMMENT,
    ),
    sql=MET
    + """
        select cast(1 as bigint) as period, one_side as label, other_side as part, times as value, times as n
        from busiest
        where place <= {most}
    """,
    events=MET + "\n        select cast(1 as bigint) as period, event from met",
    definition="https://doi.org/10.1145/3597503.3639163",
    parameters={"retention": 0.5, "most": 20000},
    finish=finish,
    min_n=5,
    order=30,
    nothing=QUIET,
)
