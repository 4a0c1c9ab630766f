"""The events behind a number, in the words the pages use."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from folkmoot.model.errors import UsageError
from folkmoot.model.metric import Label, Metric
from folkmoot.store.database import Connection
from folkmoot.store.drill import behind
from folkmoot.store.naming import Aliases, organisation_names, person_names, project_names
from folkmoot.store.scope import look_at
from folkmoot.store.withheld import NAME
from folkmoot.views.period import number, words

TELLS_HOURS = frozenset({"working-hours"})
"""Metrics whose parts are hours: together with a day they would tell the time, so that the month is told."""


class Drilled(NamedTuple):
    """One event: the period, label and part (the column of a table) it counts for.

    When it was (UTC; under aliases the day alone), its id, who did what is counted, and what it was.
    """

    period: str
    label: str
    part: str
    when: str
    event: str
    who: str
    what: str


def drilled(
    connection: Connection,
    metric: Metric,
    period: str | None,
    label: str,
    aliases: Aliases | None,
    *,
    part: str = "",
    projects: Sequence[int] | None = None,
    as_of: int | None = None,
    once: bool = False,
) -> list[Drilled]:
    """Give the events behind a metric, oldest first; `period`, `label` and `part` as they stand on a page.

    With `once`, what several projects share is listed once, as reports on them together count it.

    Under aliases neither names, nor subjects, nor commit ids appear, and of the time the day alone: by the
    minute anybody can look a commit up. Whoever is named nowhere is not drilled to; `untold` says how many
    events that leaves out. Raises UsageError for a period that is none.
    """
    look_at(connection, projects, as_of, once=once)
    wanted = None if period is None else number(period)
    if period is not None and wanted is None:
        raise UsageError(
            f"{period!r} is no period.", hint="write 2026-03, 2026, 'all time' or 'last 12 months'."
        )
    people = person_names(connection, aliases)
    named = {
        Label.PERSON: people,
        Label.ORGANISATION: organisation_names(connection, aliases),
        Label.PROJECT: project_names(connection),
    }.get(metric.label, {})
    moment = "%Y-%m-%d %H:%M"
    if aliases:
        moment = "%Y-%m" if metric.id in TELLS_HOURS else "%Y-%m-%d"
    rows = [
        Drilled(
            words(row.period),
            named.get(row.label, row.label),
            row.part,
            datetime.fromtimestamp(row.when, UTC).strftime(moment),
            aliases.alias("event", row.event) if aliases else row.event,
            people.get(str(row.person), ""),
            "" if aliases else row.what,
        )
        for row in behind(connection, metric, wanted)
        if NAME not in (people.get(str(row.person)), named.get(row.label))
    ]
    if aliases:  # in which order things happened within a day is as good as a time
        rows.sort(key=lambda row: (row.period, row.when, row.event))
    return [row for row in rows if (not label or row.label == label) and (not part or row.part == part)]


def untold(connection: Connection, metric: Metric, period: str | None) -> int:
    """Give how many events behind a metric are of people who are named nowhere, after `drilled`."""
    people = person_names(connection)
    wanted = None if period is None else number(period)
    return sum(people.get(str(row.person)) == NAME for row in behind(connection, metric, wanted))
