"""What only archives told, and in which months, days and years they do not tell everything.

An archive knows the hours that were read. A month of which three hours were read has as many stars as there
are in these hours, or more; one of which none was read has nobody knows how many.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from folkmoot.model.event import Kind
from folkmoot.store.database import Connection

ARCHIVE = "gharchive"
DAY = 86400
OF_ITEMS = frozenset(
    {Kind.ISSUE_OPENED, Kind.ISSUE_CLOSED, Kind.CHANGE_OPENED, Kind.CHANGE_MERGED, Kind.CHANGE_CLOSED}
)
OF_REMARKS = frozenset({Kind.COMMENT, Kind.REVIEW, Kind.REVIEW_COMMENT})
OF_ACTS = frozenset({Kind.STAR, Kind.UNSTAR, Kind.FORK})


@dataclass(frozen=True)
class Patches:
    """The kinds of things only archives told, the periods they leave holes in, and the hours they saw.

    `periods` are months (202603), years (2026) and days (since 1970). `since` and `until` are seconds.
    Nothing is patchy where no archive was read, or where what was read leaves no hole.
    """

    kinds: frozenset[str] = frozenset()
    periods: frozenset[int] = frozenset()
    hours: int = 0
    since: int = 0
    until: int = 0


def read_patches(connection: Connection, periods: Iterable[int], as_of: int) -> Patches:
    """Say what is patchy in the scope laid down by `look_at`, of `periods` until `as_of`."""
    rows = connection.execute(
        """select c.project, c.since, c.until from coverage c join scope s on s.project = c.project
        where c.source = ? order by c.project, c.since""",
        [ARCHIVE],
    ).fetchall()
    if not rows:
        return Patches()
    stretches: dict[int, list[tuple[int, int]]] = {}
    for project, since, until in rows:
        own = stretches.setdefault(project, [])
        if own and since <= own[-1][1]:
            own[-1] = (own[-1][0], max(own[-1][1], until))
        else:
            own.append((since, until))
    holed = frozenset(
        period
        for period in periods
        if not all(_covers(own, *_bounds(period), as_of) for own in stretches.values())
    )
    if not holed:
        return Patches()
    return Patches(
        kinds=(OF_ITEMS | OF_REMARKS | OF_ACTS) - _told_elsewhere(connection),
        periods=holed,
        hours=max(sum(until - since for since, until in own) // 3600 for own in stretches.values()),
        since=min(own[0][0] for own in stretches.values()),
        until=max(own[-1][1] for own in stretches.values()),
    )


def _covers(stretches: list[tuple[int, int]], begin: int, end: int, as_of: int) -> bool:
    return any(since <= begin and min(end, as_of) <= until for since, until in stretches)


def _bounds(period: int) -> tuple[int, int]:
    """Give when a period begins and ends, in seconds since 1970."""
    if 10_000 <= period < 100_000:
        return period * DAY, (period + 1) * DAY
    year, month = (period, 1) if period < 10_000 else divmod(period, 100)
    following = (year + 1, 1) if period < 10_000 or month == 12 else (year, month + 1)
    return _seconds(year, month), _seconds(*following)


def _seconds(year: int, month: int) -> int:
    return int(datetime(year, month, 1, tzinfo=UTC).timestamp())


def _told_elsewhere(connection: Connection) -> frozenset[str]:
    """Give the kinds that a forge told of too: it tells all of them."""
    rows = connection.execute(
        """select distinct kind from (
            select 'items' as kind, event from items
            union all select 'remarks' as kind, event from interactions
            union all select kind, event from acts
        ) where not starts_with(event, ?)""",
        [f"{ARCHIVE}:"],
    ).fetchall()
    found = {str(kind) for (kind,) in rows}
    groups = {"items": OF_ITEMS, "remarks": OF_REMARKS}
    kinds = frozenset[str]().union(*(groups.get(kind, frozenset({kind})) for kind in found))
    kinds |= {Kind.UNSTAR} if Kind.STAR in kinds else frozenset()
    return kinds | {Kind.FORK} if kinds & OF_ITEMS else kinds
