"""Asking a store: one metric's SQL run as it is, its rows given back with their types settled."""

from __future__ import annotations

from typing import Any, NamedTuple

from folkmoot.model.errors import QueryError
from folkmoot.model.hints import QUERY
from folkmoot.model.metric import Better, Metric, Row, Shape
from folkmoot.store.database import Connection
from folkmoot.store.engine import duckdb


def answer(connection: Connection, metric: Metric) -> list[Row]:
    """Give the rows of `metric`, ordered by period, label and part, after its `finish`.

    Labels stand as `labels` says; those of a breakdown without it begin with what most wants attention: the
    worst where the metric says which way is better, else the largest. Raises QueryError when the SQL does
    not run, naming the metric.
    """
    rows = metric.finished(_rows(connection, metric))
    places = {label: place for place, label in enumerate(metric.labels)}
    sign = 1 if metric.better is Better.HIGHER else -1
    ranked = metric.shape is Shape.BREAKDOWN and not metric.labels

    def place(row: Row) -> tuple[object, ...]:
        if ranked:
            return (row.period, row.value is None, sign * (row.value or 0), -row.n, row.label)
        return (row.period, places.get(row.label, len(places)), row.label, _part_order(row.part))

    return sorted(rows, key=place)


class Counted(NamedTuple):
    """One event as a metric counts it.

    `person` is whom it counts for, None where that is whoever did it; `kind` what makes it count, "" where
    that is the event itself; `part` the column of a table that it counts in; `path` the number of the file it
    counts for, 0 where it counts as a whole.
    """

    period: int
    label: str
    event: str
    person: int | None
    kind: str
    part: str = ""
    path: int = 0


def counted(connection: Connection, metric: Metric) -> list[Counted]:
    """Give the events behind every value of `metric`, with whom each counts for. Raises QueryError."""
    try:
        cursor = connection.execute(metric.events_text())
    except duckdb.Error as error:
        raise QueryError(f"The events of metric {metric.id} cannot be read: {error}", hint=QUERY) from error
    names = [column[0] for column in cursor.description or ()]
    rows = (dict(zip(names, values, strict=True)) for values in cursor.fetchall())
    return [
        Counted(
            int(row["period"]), str(row.get("label", "")), str(row["event"]), row.get("person"),
            str(row.get("kind", "")), str(row.get("part", "")), int(row.get("path", 0)),
        )
        for row in rows
    ]  # fmt: skip


def events(connection: Connection, metric: Metric) -> list[tuple[int, str, str]]:
    """Give the events behind every value of `metric` as (period, label, event)."""
    return sorted((row.period, row.label, row.event) for row in counted(connection, metric))


def _rows(connection: Connection, metric: Metric) -> list[Row]:
    try:
        cursor = connection.execute(metric.text())
    except duckdb.Error as error:
        raise QueryError(f"Metric {metric.id} cannot be computed: {error}", hint=QUERY) from error
    names = [column[0] for column in cursor.description or ()]
    label, part, low, high = (
        names.index(name) if name in names else None for name in ("label", "part", "low", "high")
    )
    period, value, n = (names.index(name) for name in ("period", "value", "n"))
    # By place: some metrics answer with ten thousands of rows before their finish.
    return [
        Row(
            int(row[period]),
            _number(row[value]),
            int(row[n] or 0),
            "" if label is None else str(row[label]),
            "" if part is None else str(row[part]),
            None if low is None else _number(row[low]),
            None if high is None else _number(row[high]),
        )
        for row in cursor.fetchall()
    ]


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def _part_order(part: str) -> tuple[float, str]:
    try:
        return (float(part), "")
    except ValueError:
        return (float("inf"), part)
