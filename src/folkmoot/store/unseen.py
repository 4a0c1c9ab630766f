"""Whether work lands in a way that git does not show: changes are offered, and commits come without them.

A bot that squashes what it merges and leaves the number out is one such way, patches taken from a list are
another. So is a mirror that has gone without the references of changes for years. Then a change that is not
seen merged may well have been, and a commit without one is no direct push.
"""

from __future__ import annotations

from folkmoot.store.database import Connection, one

LEAST_PEOPLE = 20
"""So many people with commits that belong to no change: more than push to a main line themselves."""
SEEN = 0.25
"""Share of a year's opened changes that are seen merged from which on the others may be believed."""
LANDED = """
    with landed as (
        select c.person, case when c.change_number = 0 then 1 else 0 end as is_alone
        from commits c
        join (select max(ts) as newest from commits) n on c.ts > n.newest - 365 * 86400
        where c.is_bot = 0 and c.is_merge = 0 and c.is_mainline = 1
    )
    select count(*), coalesce(sum(is_alone), 0), count(distinct person),
        count(distinct case when is_alone = 1 then person end)
    from landed
"""
OFFERED = """
    select count(*), coalesce(sum(c.is_merged), 0)
    from changes c
    join (select max(ts) as newest from commits) n on c.opened_ts > n.newest - 365 * 86400
    where c.is_bot = 0 and c.has_opened = 1
"""


def lands_unseen(connection: Connection) -> bool:
    """Tell whether most of the newest year's commits name no change, and few changes are seen merged or made.

    Most of those whose work landed must be among these people: a core that pushes its own work is a few.
    """
    landed, alone, people, people_alone = one(connection, LANDED)
    offered, merged = one(connection, OFFERED)
    return bool(
        2 * alone > landed
        and people_alone >= LEAST_PEOPLE
        and 2 * people_alone > people
        and (not offered or (offered > people_alone and merged < SEEN * offered))
    )
