"""What ran on changes before they were merged, counted as OpenSSF Scorecard counts it: by newest commit."""

from __future__ import annotations

from itertools import islice

from folkmoot.model.ci import names_test, signs_of
from folkmoot.model.event import DAY
from folkmoot.model.past import RECENT_DAYS, RanBefore
from folkmoot.store.database import Connection

ARCHIVE = "gharchive"
"""The source that knows only some of a project's changes, and nothing of what ran on them."""
SHOWN = 5
"""Changes without a test that are named."""

_SILENCE = """
    select coalesce(max(k.as_of_ts - told.until), 0) from clock k
    join (
        select min(c.until) as until from coverage c
        where c.project = $project and c.source in (
            select i.source from item_fact i
            where i.project = $project and i.is_change = 1 and i.source <> $archive)
    ) told on told.until is not null
"""
_MERGED = """
    select i.number, coalesce(h.head, ''), coalesce(h.state, '') from items i
    join clock k on i.merged_ts > k.as_of_ts - $seconds
    left join head_fact h on h.project = i.project and h.number = i.number
    where i.project = $project and i.is_change = 1 and i.is_merged = 1
    order by i.merged_ts desc, i.number desc
"""
_PASSED = """
    select r.number, r.system, r.name from run_fact r
    join items i on i.project = r.project and i.is_change = 1 and i.number = r.number
    join clock k on i.merged_ts > k.as_of_ts - $seconds
    where r.project = $project and r.state = 'success'
"""


def tells_of_late(connection: Connection, project: int) -> bool:
    """Tell whether the forge that told of changes was read in RECENT_DAYS: what came later nobody knows."""
    silence = connection.execute(_SILENCE, {"project": project, "archive": ARCHIVE}).fetchall()[0][0]
    return bool(silence <= RECENT_DAYS * DAY)


def read_ran(connection: Connection, project: int, seconds: int) -> RanBefore | None:
    """Count the changes of one project that were merged in so many seconds before the clock of the views.

    None where its forge was last read so long before that it does not tell of late.
    """
    if not tells_of_late(connection, project):
        return None
    tested: set[int] = set()
    named: set[int] = set()
    window = {"project": project, "seconds": seconds}
    for number, system, name in connection.execute(_PASSED, window).fetchall():
        if signs_of(system) or signs_of(name):
            tested.add(number)
        if names_test(name):
            named.add(number)
    merged = connection.execute(_MERGED, window).fetchall()
    heads: dict[str, tuple[int, str]] = {}
    unknown = 0
    for number, head, state in merged:
        if not head or (state == "pending" and number not in tested):
            unknown += 1
        else:
            heads.setdefault(head, (number, state))
    numbers = [number for number, _ in heads.values()]
    return RanBefore(
        heads=len(heads),
        tested=len(tested.intersection(numbers)),
        named=len(named.intersection(numbers)),
        failed=sum(state == "failure" for _, state in heads.values()),
        unknown=unknown,
        untested=tuple(islice((number for number in numbers if number not in tested), SHOWN)),
    )
