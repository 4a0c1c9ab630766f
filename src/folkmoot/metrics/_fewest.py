"""Pieces of SQL by which metrics tell how few people did `percent` of something.

The metric writes a table `made`: `span` (0 all time, 1 the last 12 months), `event` and `person`.
"""

FEWEST = """,
        author as (select span, person, count(*) as own from made group by span, person),
        placed as (
            select span, own, sum(own) over (partition by span) as everything,
                sum(own) over (partition by span order by own desc, person rows unbounded preceding) as so_far
            from author
        )
        select span as period, count(*) as value, max(everything) as n
        from placed
        where 100 * (so_far - own) < {percent} * everything
        group by span
    """

EVENTS = "\n        select span as period, event from made"
