"""Who waits for an answer right now: the open issues and changes on which the project has the next word."""

from __future__ import annotations

from typing import NamedTuple

from folkmoot.model.event import DAY
from folkmoot.model.link import item_address, safe
from folkmoot.store.database import Connection

PARTIAL = "gharchive"
"""A source that may have missed that something was closed, so that nothing it tells is said to be open."""


class Waiting(NamedTuple):
    """One open issue or change by a human, no draft, that waits for the project.

    `since` is when the project's turn began (seconds since 1970): the opening while nobody else has said
    anything, else the author's first word after the last answer, or the reopening. Asking again makes no
    wait shorter. `seconds` is how long it has waited as far as is known: until the forge was
    read for the last time. `days` are the whole days of that. `is_new` tells that its
    author had never done anything here before; `is_answered` that another human has said something at some
    time; `is_inside` that the forge calls its author owner, member or collaborator. `address` is "" where
    the forge's address is not known.
    """

    project: int
    is_change: bool
    number: int
    title: str
    since: int
    seconds: int
    is_new: bool
    is_answered: bool
    address: str
    is_inside: bool = False

    @property
    def days(self) -> int:
        """Give the days that are over; whether a wait is longer than some days, `seconds` alone can tell."""
        return self.seconds // DAY


_OPEN = """
    with answered as (
        select x.item_event, max(x.ts) as ts
        from interactions x join items i on i.event = x.item_event
        where i.is_closed = 0 and x.is_own = 0 and x.is_bot = 0 and x.person > 0 group by x.item_event
    ),
    resumed as (
        select x.item_event, min(x.ts) as ts
        from interactions x join answered a on a.item_event = x.item_event
        where x.is_own = 1 and x.ts > a.ts group by x.item_event
    ),
    begun as (
        select person, min(ts) as first_ts from activities where person > 0 group by person
    ),
    lately as (
        select project, is_change, number, max(ts) as ts
        from turns where kind in ('reopened', 'ready_for_review') group by project, is_change, number
    )
    select i.project, i.is_change, i.number, i.title, i.event,
        greatest(i.opened_ts, case when i.response_ts > 0 then r.ts else 0 end, coalesce(t.ts, 0)) as since,
        least(k.as_of_ts, coalesce(c.until, k.as_of_ts)) as known_ts,
        case when i.is_inside = 0 and b.first_ts >= i.opened_ts then 1 else 0 end as is_new,
        case when i.response_ts > 0 then 1 else 0 end as is_answered, i.is_inside
    from items i
    cross join clock k
    left join resumed r on r.item_event = i.event
    left join begun b on b.person = i.person
    left join (select project, source, max(until) as until from coverage group by project, source) c
        on c.project = i.project and c.source = split_part(i.event, ':', 1)
    left join lately t on t.project = i.project and t.is_change = i.is_change and t.number = i.number
    where i.is_closed = 0 and i.is_merged = 0 and i.is_draft = 0 and i.is_bot = 0 and i.person > 0
        and (i.response_ts = 0 or r.ts is not null)
    order by since desc, i.project, i.is_change, i.number
"""


def waiting(connection: Connection) -> tuple[Waiting, ...]:
    """Give what waits in the scope laid down by `look_at`, the newest first.

    An issue or change waits when no other human has said anything, or when its author said the last word.
    """
    webs = {
        (int(project), str(source)): safe(str(value))
        for project, source, value in connection.execute(
            "select project, source, value from forge_state where name = 'web'"
        ).fetchall()
    }
    found = []
    for row in connection.execute(_OPEN).fetchall():
        project, is_change, number, title, event, since, known, is_new, is_answered, is_inside = row
        source = str(event).partition(":")[0]
        if source == PARTIAL:
            continue
        web = webs.get((int(project), source), "")
        found.append(
            Waiting(
                int(project),
                bool(is_change),
                int(number),
                str(title),
                int(since),
                max(0, int(known) - int(since)),
                bool(is_new),
                bool(is_answered),
                item_address(web, source, int(number), is_change=bool(is_change)),
                bool(is_inside),
            )
        )
    return tuple(found)
