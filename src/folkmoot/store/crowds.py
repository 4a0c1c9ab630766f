"""How many people stand behind the commits of a month: what small groups are told by."""

from __future__ import annotations

from folkmoot.store.database import Connection

_CROWDS = """
    with made as (select month_id, ts, person from commits where is_bot = 0 and is_merge = 0)
    select month_id, count(distinct person) from made group by month_id
    union all select 0, count(distinct person) from made
    union all select 1, count(distinct m.person) from made m join clock k on m.ts > k.year_ago_ts"""


def crowds(connection: Connection) -> dict[int, int]:
    """Give how many people committed by month, for all time (0) and in the last 12 months (1).

    Programs and merges are left out; the scope must be laid down.
    """
    return {int(period): int(people) for period, people in connection.execute(_CROWDS).fetchall()}
