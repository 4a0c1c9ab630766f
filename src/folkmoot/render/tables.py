"""The numbers of a panel as a table: every point in one cell, found by the names of its row and column.

Months become a grid of years by months, so that twenty years of them stay readable and small.
"""

from __future__ import annotations

import math
import re
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
MOST_YEARS = 6
"""Years that a small table of years tells."""
_YEAR = re.compile(r"\d{4}")
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
    months in sixty tables would make a page too heavy to mail, and CSV and JSON have them all. With one, it
    is the newest twelve months, and the newest six years of years, a row for each series: of many projects
    these are rows to read across, and a year's own months would be one in January.
    """
    months = tuple(point for point in panel.points if is_month(point.period))
    if years == 1 and panel.shape is Shape.SERIES:
        return _small_tables(panel, voice)
    newest = sorted({point.period[:4] for point in months})[-years:]
    if panel.shape is Shape.SERIES and months and min(point.period for point in months)[:4] < newest[0]:
        kept = tuple(p for p in panel.points if not is_month(p.period) or p.period[:4] >= newest[0])
        words = "{title} since {year}, all in CSV"
        since = voice(words, title=voice(panel.title), year=newest[0])
        return tables_of(replace(panel, points=kept, title=since), voice)
    if panel.shape is Shape.SERIES and 0 < len(months) < len(panel.points):
        return (_table(replace(panel, points=months), voice), *_tables_of_rest(panel, voice))
    return (_table(panel, voice),) if panel.points else ()


def _tables_of_rest(panel: Panel, voice: Voice) -> tuple[Table, ...]:
    """Give the table of a panel's periods that are no months."""
    rest = tuple(point for point in panel.points if not is_month(point.period))
    return (_table(replace(panel, points=rest), voice),) if rest else ()


def _small_tables(panel: Panel, voice: Voice) -> tuple[Table, ...]:
    """Give a table of the newest months, one of the newest years, and one of what is neither."""
    told = [point for point in panel.points if is_month(point.period)]
    yearly = [point for point in panel.points if _YEAR.fullmatch(point.period)]
    rest = [point for point in panel.points if point not in told and point not in yearly]
    tables = [_newest(panel, told, len(SHORT_MONTHS), voice), _newest(panel, yearly, MOST_YEARS, voice)]
    return (
        *(table for table in tables if table),
        *((_table(replace(panel, points=tuple(rest)), voice),) if rest else ()),
    )


def _newest(panel: Panel, points: Sequence[Point], count: int, voice: Voice) -> Table | None:
    """Give the newest periods as columns; a series that ended before has a row without numbers."""
    known = sorted({point.period for point in points})
    if not known:
        return None
    kept = known[-count:]
    found = {(point.label, point.period): point for point in points}
    lines = tuple(
        Line(voice.name(label) or voice("All"), tuple(found.get((label, period)) for period in kept))
        for label in dict.fromkeys(point.label for point in points)
    )
    columns = tuple(_short(period, voice) for period in kept)
    if kept != known:
        words = "{title} since {month}, all in CSV"
        panel = replace(panel, title=voice(words, title=voice(panel.title), month=columns[0]))
    bare = len(lines) * len(kept) > MANY
    return Table(
        caption=_caption(panel, bare=bare, voice=voice),
        corner="",
        columns=columns,
        groups=(Group("", lines),),
        unit=panel.unit,
        is_bare=bare,
        with_n=not bare or panel.unit in STATISTICS,
    )


def _short(period: str, voice: Voice) -> str:
    """Give a month or year as the head of a column."""
    year, dash, month = period.partition("-")
    return f"{voice(SHORT_MONTHS[int(month) - 1])} {year}" if dash else year


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
