"""From a number down to the events it is made of."""

from __future__ import annotations

from typing import NamedTuple

from folkmoot.model.metric import Metric
from folkmoot.store.answer import Counted, counted
from folkmoot.store.database import Connection


class Behind(NamedTuple):
    """One event behind a number.

    `when` is in seconds since 1970, `person` a number to be named, 0 unknown: whom the event counts for, who
    may be somebody else than did it, such as a co-author.
    """

    period: int
    label: str
    part: str
    event: str
    when: int
    person: int
    what: str


def behind(connection: Connection, metric: Metric, period: int | None = None) -> list[Behind]:
    """Give the events behind a metric's values, of one period where asked, oldest first.

    Expects a scope laid down by `look_at`. Raises QueryError when the metric's events cannot be read.
    """
    known = _described(connection)
    found = [row for row in counted(connection, metric) if period is None or row.period == period]
    files = _files(connection) if any(row.path for row in found) else {}
    rows = [_told(row, files.get(row.path, ""), *known.get(row.event, (0, 0, ""))) for row in found]
    return sorted(rows, key=lambda row: (row.period, row.when, row.event, row.label, row.person, row.what))


def _told(row: Counted, file: str, when: int, doer: int, what: str) -> Behind:
    person = doer if row.person is None else row.person
    what = f"{file}: {what}" if file else what
    # "commit.co-authored", "file.orphaned": the word after the dot says how it counts.
    _, _, part = row.kind.partition(".")
    return Behind(
        row.period, row.label, row.part, row.event, when, person, f"{what} ({part})" if part else what
    )


def _files(connection: Connection) -> dict[int, str]:
    return dict(connection.execute("select path, name from path_fact").fetchall())


def _described(connection: Connection) -> dict[str, tuple[int, int, str]]:
    rows = connection.execute(
        """select v.event, v.ts, v.person, c.subject from commits v join commit_fact c on c.commit = v.commit
        union all select event, greatest(opened_ts, merged_ts), person, 'change #' || cast(number as varchar)
        from changes union all
        select event, ts, person, 'release ' || tag from releases union all
        select event, opened_ts, person, 'issue #' || cast(number as varchar) || ': ' || title
        from items where is_change = 0 union all
        select event, ts, person, replace(kind, '.', ' ') || ' on ' || case when is_change = 1 then 'change #'
            else 'issue #' end || cast(number as varchar) from interactions union all
        select event, ts, person, kind from acts"""
    ).fetchall()
    return {event: (int(when), int(person), what) for event, when, person, what in rows}
