"""Pieces of SQL by which metrics tell which pairs met most often.

The metric writes a table `met`: `event`, `one_side` and `other_side`, the smaller number first.
"""

_PAIRS = """,
        paired as (select one_side, other_side, count(*) as times from met group by one_side, other_side),
        strongest as (
            select one_side, other_side, times,
                row_number() over (order by times desc, one_side, other_side) as place
            from paired
        )"""

STRONGEST = (
    _PAIRS
    + """
        select cast(1 as bigint) as period, one_side as label, other_side as part, times as value, times as n
        from strongest
        where place <= {most}
    """
)

EVENTS = (
    _PAIRS
    + """
        select cast(1 as bigint) as period, m.event as event, m.one_side as label
        from met m
        join strongest s on s.one_side = m.one_side and s.other_side = m.other_side
        where s.place <= {most}
    """
)
