"""What only archives told, or a forge's public events, and of which months, days and years they lack a part.

An archive knows the hours that were read. A month of which three hours were read has as many stars as there
are in these hours, or more; one of which none was read has nobody knows how many. The same holds for a forge
that hides who starred: its public events go back some weeks before they were first read. Webhooks tell of
what happened since somebody set them up.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from folkmoot.model.event import DAY, HOUR, Kind
from folkmoot.model.metric import ALL_TIME, LAST_DAYS, LAST_YEAR
from folkmoot.store.database import Connection

ARCHIVE = "gharchive"
TELL_PARTS = ("git", ARCHIVE, "snapshot")
"""Sources that say nothing, or not all, of what is a forge's own."""
FEED = ":event:"
"""In the keys of stars that come from a forge's public events."""
OF_ITEMS = frozenset(
    {Kind.ISSUE_OPENED, Kind.ISSUE_CLOSED, Kind.CHANGE_OPENED, Kind.CHANGE_MERGED, Kind.CHANGE_CLOSED}
)
OF_REMARKS = frozenset({Kind.COMMENT, Kind.REVIEW, Kind.REVIEW_COMMENT})
OF_ACTS = frozenset({Kind.STAR, Kind.UNSTAR, Kind.FORK})


Stretch = tuple[int, int]
"""From when until when something was read, in seconds since 1970."""


@dataclass(frozen=True)
class Patches:
    """The kinds of things that only archives told, and what of each project they saw until `as_of`.

    Nothing is patchy where no archive was read, or where what was read leaves no hole since `begins`.
    """

    kinds: frozenset[str] = frozenset()
    is_feed: bool = False
    """Whether no archive told it, but a forge that hides who starred, by its newest public events."""
    is_delivered: bool = False
    """Whether nobody told it but webhooks, which nobody knows of when they were set up and when taken in."""
    stretches: tuple[tuple[Stretch, ...], ...] = ()
    begins: int = 0
    as_of: int = 0

    @property
    def hours(self) -> int:
        """How many hours were read of the project of which most were."""
        return max((sum(until - since for since, until in own) // HOUR for own in self.stretches), default=0)

    @property
    def since(self) -> int:
        """When the first hour begins that was read."""
        return min((own[0][0] for own in self.stretches), default=0)

    @property
    def until(self) -> int:
        """When the last hour ends that was read."""
        return max((own[-1][1] for own in self.stretches), default=0)

    def leaves_open(self, period: int) -> bool:
        """Tell whether a month (202603), year, day (since 1970) or special period was not wholly read."""
        begin, end = self._bounds(period)
        return not all(_covers(own, begin, min(end, self.as_of)) for own in self.stretches)

    def _bounds(self, period: int) -> Stretch:
        if period == ALL_TIME:
            return self.begins, self.as_of
        if period in (LAST_YEAR, *LAST_DAYS):
            return self.as_of - (365 if period == LAST_YEAR else period) * DAY, self.as_of
        if 10_000 <= period < 100_000:
            return period * DAY, (period + 1) * DAY
        year, month = (period, 1) if period < 10_000 else divmod(period, 100)
        following = (year + 1, 1) if period < 10_000 or month == 12 else (year, month + 1)
        return _seconds(year, month), _seconds(*following)


def read_patches(connection: Connection, begins: int, as_of: int) -> Patches:
    """Say what is patchy in the scope laid down by `look_at`, from `begins` until `as_of`."""
    rows = connection.execute(
        """select c.project, c.since, c.until from coverage c join scope s on s.project = c.project
        where c.source = ? order by c.project, c.since""",
        [ARCHIVE],
    ).fetchall()
    stretches: dict[int, list[Stretch]] = {}
    for project, since, until in rows:
        own = stretches.setdefault(project, [])
        if own and since <= own[-1][1]:
            own[-1] = (own[-1][0], max(own[-1][1], until))
        else:
            own.append((since, until))
    # Projects of which the same was read are one.
    seen = tuple(dict.fromkeys(tuple(own) for own in stretches.values()))
    if not rows:
        return _of_deliveries(connection, begins, as_of) or _of_feed(connection, begins, as_of)
    if all(_covers(own, begins, as_of) for own in seen):
        return Patches()
    kinds = (OF_ITEMS | OF_REMARKS | OF_ACTS) - _told_elsewhere(connection)
    return Patches(kinds, is_feed=False, stretches=seen, begins=begins, as_of=as_of)


def _of_deliveries(connection: Connection, begins: int, as_of: int) -> Patches | None:
    """Say what is known of projects whose forge nobody asked; None where each was asked, or nothing is told.

    Webhooks tell of what happens from one day on, and what was delivered is taken in until another.
    """
    unasked = [project for (project,) in connection.execute(
        """select project from scope where project not in (
            select project from coverage where not list_contains(?, source))""",
        [list(TELL_PARTS)],
    ).fetchall()]  # fmt: skip
    if not unasked:
        return None
    rows = connection.execute(
        """select project, min(ts), max(ts) from (
            select project, ts from acts where not contains(event, $feed)
            union all select project, ts from interactions
            union all select project, greatest(opened_ts, closed_ts, merged_ts) as ts from items
        ) where list_contains($unasked, project) group by project order by project""",
        {"feed": FEED, "unasked": unasked},
    ).fetchall()
    seen = tuple(dict.fromkeys(((int(since), int(until)),) for _, since, until in rows))
    if not seen:
        return None
    kinds = OF_ITEMS | OF_REMARKS | OF_ACTS
    return Patches(kinds, is_delivered=True, stretches=seen, begins=begins, as_of=as_of)


def _of_feed(connection: Connection, begins: int, as_of: int) -> Patches:
    """Say what is known of stars where they come from a forge's newest public events alone."""
    rows = connection.execute(
        """select project, min(ts), sum(case when contains(event, ?) then 0 else 1 end)
        from acts where kind = 'star' group by project""",
        [FEED],
    ).fetchall()
    seen = tuple(dict.fromkeys(((int(since), as_of),) for _, since, listed in rows if not listed))
    if not seen:
        return Patches()
    kinds = frozenset({Kind.STAR, Kind.UNSTAR})
    return Patches(kinds, is_feed=True, stretches=seen, begins=begins, as_of=as_of)


def _covers(stretches: Iterable[Stretch], begin: int, end: int) -> bool:
    return any(since <= begin and end <= until for since, until in stretches)


def _seconds(year: int, month: int) -> int:
    return int(datetime(year, month, 1, tzinfo=UTC).timestamp())


def _told_elsewhere(connection: Connection) -> frozenset[str]:
    """Give the kinds that a forge told of too: it tells all of them."""
    rows = connection.execute(
        """select distinct kind from (
            select 'items' as kind, event from items
            union all select 'remarks' as kind, event from interactions
            union all select kind, event from acts
        ) where not starts_with(event, ?) and not (kind = 'star' and contains(event, ?))""",
        [f"{ARCHIVE}:", FEED],
    ).fetchall()
    found = {str(kind) for (kind,) in rows}
    groups = {"items": OF_ITEMS, "remarks": OF_REMARKS}
    kinds = frozenset[str]().union(*(groups.get(kind, frozenset({kind})) for kind in found))
    kinds |= {Kind.UNSTAR} if Kind.STAR in kinds else frozenset()
    return kinds | {Kind.FORK} if kinds & OF_ITEMS else kinds
