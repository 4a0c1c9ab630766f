"""The numbers of a panel as a table: every point in one cell, found by the names of its row and column.

Months become a grid of years by months, so that twenty years of them stay readable and small.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from folkmoot.model.metric import Shape, Unit
from folkmoot.model.page import Panel, Point
from folkmoot.render.figures import (
    PLURAL,
    SHORT_MONTHS,
    STATISTICS,
    brief,
    exact,
    is_month,
    period_name,
    too_few,
    withheld,
)
from folkmoot.render.voice import Voice

MANY = 60
"""A table with more cells than this writes bare numbers only."""
CROSSED = frozenset({Shape.MATRIX, Shape.GRID, Shape.CURVE})
"""Shapes whose points are places where a row and a column cross."""


@dataclass(frozen=True)
class Line:
    """One row: its name and a point, or none, under each column."""

    name: str
    cells: tuple[Point | None, ...]


@dataclass(frozen=True)
class Group:
    """Rows that belong together; `name` is "" when there is but one group."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Table:
    """A panel's numbers. `corner` names the rows; `is_bare` says that cells hold numbers without words."""

    caption: str
    corner: str
    columns: tuple[str, ...]
    groups: tuple[Group, ...]
    unit: Unit | None
    is_bare: bool
    with_n: bool


def tables_of(panel: Panel, voice: Voice, years: int = 0) -> tuple[Table, ...]:
    """Give the tables of a panel's points; months and other periods of one series have a table each.

    With `years`, months of so many newest years are told and the caption says since when: twenty years of
    months in sixty tables would make a page too heavy to mail, and CSV and JSON have them all.
    """
    months = tuple(point for point in panel.points if is_month(point.period))
    newest = sorted({point.period[:4] for point in months})[-years:]
    if panel.shape is Shape.SERIES and months and min(point.period for point in months)[:4] < newest[0]:
        kept = tuple(p for p in panel.points if not is_month(p.period) or p.period[:4] >= newest[0])
        words = "{title} since {year}, all in CSV"
        since = voice(words, title=voice(panel.title), year=newest[0])
        return tables_of(replace(panel, points=kept, title=since), voice)
    if panel.shape is Shape.SERIES and 0 < len(months) < len(panel.points):
        rest = tuple(point for point in panel.points if not is_month(point.period))
        return tuple(_table(replace(panel, points=points), voice) for points in (months, rest))
    return (_table(panel, voice),) if panel.points else ()


def _table(panel: Panel, voice: Voice) -> Table:
    if panel.shape is Shape.SERIES and is_month(panel.points[0].period):
        corner, columns, groups = _months(panel.points, voice)
    elif panel.shape in CROSSED:
        corner, columns, groups = _grid(panel, voice)
    elif panel.shape is Shape.SERIES or not any(_named(point, voice) for point in panel.points):
        corner, columns, groups = _crossed(panel.points, _period, _named, voice)
    else:
        corner, columns, groups = _crossed(panel.points, _named, _period, voice)
    bare = len(panel.points) > MANY
    return Table(
        caption=_caption(panel, bare=bare, voice=voice),
        corner=corner,
        columns=columns,
        groups=groups,
        unit=panel.unit,
        is_bare=bare,
        with_n=panel.shape not in CROSSED and (not bare or panel.unit in STATISTICS),
    )


def bare_number(point: Point, unit: Unit | None) -> str:
    """Give a value with nothing around it; shares as percent, as the caption says."""
    number = exact(point.value, unit)
    if number is None:
        return ""
    return f"{round(number * 100, 2):g}" if unit is Unit.SHARE else f"{number}"


def cell_words(point: Point | None, table: Table, voice: Voice) -> str:
    """Give what one cell says, n and "so far" included, as plain text."""
    if point is None:
        return ""
    if too_few(point):
        return voice(withheld(point), n=point.n)
    words = _read(point.value, table)
    if point.low is not None and point.high is not None:
        low, high = _read(point.low, table), _read(point.high, table)
        words = voice("{value} ({low} to {high})", value=words, low=low, high=high)
    if table.with_n and point.n and exact(point.value, table.unit) != point.n:
        words = voice("{value}, n = {n}", value=words, n=brief(point.n, None))
    return words if point.complete or point.value is None else voice("{value} so far", value=words)


def _read(value: float | None, table: Table) -> str:
    """Give a number as somebody reads it; a caption that says "in percent" says it for every cell."""
    if table.is_bare and exact(value, table.unit) is None:
        return ""
    words = brief(value, table.unit)
    return words.removesuffix("%") if table.is_bare and table.unit is Unit.SHARE else words


def _caption(panel: Panel, *, bare: bool, voice: Voice) -> str:
    title = voice(panel.title)
    if bare and panel.unit is Unit.SHARE:
        return voice("{title}, in percent", title=title)
    if panel.unit in PLURAL and panel.unit is not Unit.SHARE:
        return voice("{title} ({unit})", title=title, unit=voice(PLURAL[panel.unit]))
    return title


def _months(points: Sequence[Point], voice: Voice) -> tuple[str, tuple[str, ...], tuple[Group, ...]]:
    found = {(point.label, point.period): point for point in points}
    years = sorted({point.period[:4] for point in points})
    groups = []
    for label in dict.fromkeys(point.label for point in points):
        lines = (
            Line(
                year,
                tuple(found.get((label, f"{year}-{month:02d}")) for month in range(1, len(SHORT_MONTHS) + 1)),
            )
            for year in years
        )
        groups.append(Group(voice.name(label), tuple(line for line in lines if any(line.cells))))
    return voice("Year"), tuple(voice(month) for month in SHORT_MONTHS), tuple(groups)


def _grid(panel: Panel, voice: Voice) -> tuple[str, tuple[str, ...], tuple[Group, ...]]:
    groups = []
    columns = list(dict.fromkeys(point.part for point in panel.points))
    if panel.shape is Shape.CURVE:
        columns.sort(key=_as_number)
    periods = list(dict.fromkeys(point.period for point in panel.points))
    for period in periods:
        own = [point for point in panel.points if point.period == period]
        found = {(point.label, point.part): point for point in own}
        lines = (
            Line(voice.name(label), tuple(found.get((label, column)) for column in columns))
            for label in dict.fromkeys(point.label for point in own)
        )
        groups.append(Group(period_name(period, voice) if len(periods) > 1 else "", tuple(lines)))
    return "", tuple(voice.name(column) for column in columns), tuple(groups)


def _crossed(
    points: Sequence[Point],
    row_of: Callable[[Point, Voice], str],
    column_of: Callable[[Point, Voice], str],
    voice: Voice,
) -> tuple[str, tuple[str, ...], tuple[Group, ...]]:
    """Cross two names of each point; points whose names are the same get a row of their own."""
    columns = list(dict.fromkeys(column_of(point, voice) for point in points))
    rows: dict[tuple[str, int], dict[str, Point]] = {}
    for point in points:
        name, column, copy = row_of(point, voice), column_of(point, voice), 0
        while column in rows.get((name, copy), {}):
            copy += 1
        rows.setdefault((name, copy), {})[column] = point
    lines = (
        Line(name or voice("All"), tuple(row.get(column) for column in columns))
        for (name, _), row in rows.items()
    )
    return "", tuple(column or voice("Value") for column in columns), (Group("", tuple(lines)),)


def _period(point: Point, voice: Voice) -> str:
    return period_name(point.period, voice)


def _named(point: Point, voice: Voice) -> str:
    """Give the label and part of a point, "" when it has neither."""
    return " · ".join(voice.name(part) for part in (point.label, point.part) if part)


def _as_number(part: str) -> float:
    try:
        number = float(part)
    except ValueError:
        return math.inf
    return number if math.isfinite(number) else math.inf
