"""Charts made of characters: a sparkline per series, bars, shades for a heat map."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

from folkmoot.model.confidence import FULL_SCALE
from folkmoot.model.metric import Shape, Unit
from folkmoot.model.page import Panel, Point
from folkmoot.render.charts.breakdown import LAST_YEAR, telling
from folkmoot.render.charts.curve import curves_of
from folkmoot.render.charts.gauge import gauge_words, main_point
from folkmoot.render.charts.series import Track, tracks_of
from folkmoot.render.charts.single import is_about_now
from folkmoot.render.figures import (
    STATISTICS,
    brief,
    cell_name,
    is_day,
    period_name,
    spelled,
    too_few,
    withheld,
)
from folkmoot.render.voice import Voice

EIGHTHS = " ▁▂▃▄▅▆▇█"
PARTS = " ▏▎▍▌▋▊▉█"
SHADES = " ░▒▓█"
GAP = "·"
MOST_LINES = 15


def charted(panel: Panel, width: int, voice: Voice) -> list[str]:
    """Draw a panel's points in at most `width` columns; no lines when there is nothing to draw."""
    if panel.shape is None or not panel.points:
        return []
    drawer = {
        Shape.SINGLE: _singles,
        Shape.SERIES: _series,
        Shape.BREAKDOWN: _bars,
        Shape.MATRIX: _matrix,
        Shape.GRID: _grid,
        Shape.CURVE: _curves,
        Shape.GAUGE: _gauge,
        Shape.GRAPH: _bars,
    }[panel.shape]
    return [line.rstrip() for line in drawer(panel, width, voice)]


def shown_width(words: str) -> int:
    """Give how many columns of a terminal `words` take."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in words)
    return len(words) + wide - sum(unicodedata.combining(letter) > 0 for letter in words)


def padded(words: str, columns: int) -> str:
    """Give `words` in exactly `columns` columns, shortened with an ellipsis where needed."""
    while shown_width(words) > columns:
        words = words.removesuffix("…")[:-1] + "…"
    return words + " " * (columns - shown_width(words))


def wrapped(words: str, columns: int) -> list[str]:
    """Break `words` into lines of at most `columns` columns, inside a word only where it fits on no line."""
    lines = [""]
    for word in words.split():
        rest = word
        if lines[-1] and shown_width(lines[-1]) + 1 + shown_width(rest) > columns:
            lines.append("")
        while shown_width(rest) > columns:
            fits = next(n for n in range(columns, 0, -1) if shown_width(rest[:n]) <= columns)
            lines[-1:] = [rest[:fits], ""]
            rest = rest[fits:]
        lines[-1] = f"{lines[-1]} {rest}" if lines[-1] else rest
    return [line for line in lines if line]


def sparkline(values: Sequence[float | None], width: int) -> str:
    """Draw values as blocks above zero, one column each; more than fit are averaged, gaps are dots."""
    if len(values) > width:
        edges = [round(at * len(values) / width) for at in range(width + 1)]
        values = [_mean(values[start:end]) for start, end in pairwise(edges)]
    top = max((value for value in values if value is not None), default=0) or 1
    return "".join(GAP if value is None else EIGHTHS[_step(value / top, 8)] for value in values)


def bar(share: float, width: int) -> str:
    """Draw a share of `width` columns in eighths of a column."""
    eighths = round(max(0.0, min(1.0, share)) * width * 8)
    return "█" * (eighths // 8) + PARTS[eighths % 8].strip()


def _step(share: float, steps: int) -> int:
    return 0 if share <= 0 else max(1, min(steps, round(share * steps)))


def _mean(values: Sequence[float | None]) -> float | None:
    told = [value for value in values if value is not None]
    return sum(told) / len(told) if told else None


def _named(point: Point, voice: Voice) -> str:
    return " · ".join(voice.name(part) for part in (point.label, point.part) if part)


def _said(point: Point, unit: Unit | None, voice: Voice) -> str:
    if too_few(point):
        return voice(withheld(point), n=point.n)
    said = brief(point.value, unit)
    if unit in STATISTICS and point.n:
        said = voice("{value}, n = {n}", value=said, n=brief(point.n, None))
    return said if point.complete or point.value is None else voice("{value} so far", value=said)


def _singles(panel: Panel, width: int, voice: Voice) -> Iterator[str]:
    is_now = is_about_now(panel)
    for point in sorted(panel.points, key=lambda point: point.period == "all time")[:MOST_LINES]:
        value = _said(point, panel.unit, voice)
        if panel.unit not in STATISTICS and point.value is not None:
            value = spelled(point.value, panel.unit, voice)
            value = value if point.complete else voice("{value} so far", value=value)
        if point.low is not None and point.high is not None:
            low, high = brief(point.low, panel.unit), brief(point.high, panel.unit)
            value = voice("{value} ({low} to {high})", value=value, low=low, high=high)
        words = " · ".join(
            filter(None, (_named(point, voice), "" if is_now else period_name(point.period, voice)))
        )
        yield padded(f"{value}  {words}", width)
    yield from _more(len(panel.points), voice)


def _gauge(panel: Panel, width: int, voice: Voice) -> Iterator[str]:
    """Draw the newest value that can be said on a scale to 50%, then every period in words."""
    point = main_point(panel)
    if point.value is not None:
        end = brief(FULL_SCALE, panel.unit)
        room = max(4, width - shown_width(end) - 4)
        yield f"0% {padded(bar(point.value / FULL_SCALE, room), room)} {end}"
    for one in panel.points:
        yield from wrapped(f"{period_name(one.period, voice)}: {gauge_words(one, panel, voice)}", width)


def _series(panel: Panel, width: int, voice: Voice) -> Iterator[str]:
    tracks = tracks_of(panel)
    left = max((shown_width(voice.name(track.name)) for track in tracks), default=0)
    for track in tracks[:MOST_LINES]:
        yield from _track(track, panel, width, min(left, width // 3), voice)
    yield from _more(len(tracks), voice)


def _track(track: Track, panel: Panel, width: int, left: int, voice: Voice) -> Iterator[str]:
    """Draw one series: its name, its line, then its last and highest value and what is not over yet."""
    whole = [point for _, point in track.points if point.complete]
    start = padded(voice.name(track.name), left) + " " if left else ""
    told = [point for point in whole if point.value is not None]
    said = []
    if told:
        first, last = (period_name(point.period, voice) for point in (whole[0], told[-1]))
        highest = max(point.value for point in told if point.value is not None)
        said = [
            voice(
                "{value} on {period}" if is_day(told[-1].period) else "{value} in {period}",
                value=_said(told[-1], panel.unit, voice),
                period=last,
            ),
            voice("highest {value}", value=brief(highest, panel.unit)),
            voice("since {period}", period=first),
        ]
    current = track.points[-1][1]
    if not current.complete and current.value is not None:
        said.append(_said(current, panel.unit, voice))
    drawn = sparkline([point.value for point in whole], width - left - 1)
    words = " · ".join(said)
    if left + len(drawn) + 3 + shown_width(words) <= width:
        yield f"{start}{drawn}  {words}"
        return
    yield f"{start}{drawn}"
    indent = " " * (left + 1 if left else 0)
    yield from (f"{indent}{line}" for line in _dotted(said, width - len(indent)))


def _dotted(parts: Sequence[str], width: int) -> Iterator[str]:
    """Join parts by dots, on as many lines as they need: what came last must not be lost."""
    line = ""
    for part in parts:
        longer = f"{line} · {part}" if line else part
        if line and shown_width(longer) > width:
            yield line
            longer = part
        line = longer
    yield from wrapped(line, width)


def _bars(panel: Panel, width: int, voice: Voice) -> Iterator[str]:
    periods = sorted(
        dict.fromkeys(point.period for point in panel.points), key=lambda period: period == "all time"
    )
    for period in periods:
        own = [point for point in panel.points if point.period == period]
        alike = panel.points if panel.unit is Unit.SHARE else own
        top = max((point.value for point in alike if point.value is not None), default=0) or 1
        kept = telling(own, panel.better)
        if len(periods) > 1 or period == LAST_YEAR:
            yield padded(period_name(period, voice), width)
        values = [_said(point, panel.unit, voice) for point in kept]
        names = [_named(point, voice) or "–" for point in kept]
        wide = max(map(shown_width, values))
        most = max(8, width // 3)
        left = max((shown_width(name) for name in names if shown_width(name) <= most), default=2)
        room = max(4, width - left - wide - 2)
        for point, name, value in zip(kept, names, values, strict=True):
            drawn = bar((point.value or 0) / top, room)
            is_long = shown_width(name) > most
            yield from wrapped(name, width) if is_long else ()
            beside = padded("" if is_long else name, left)
            yield f"{beside} {' ' * (wide - shown_width(value))}{value} {drawn}"
        yield from _more(len(own), voice, len(kept))


def _matrix(panel: Panel, width: int, voice: Voice) -> Iterator[str]:
    points = {(point.label, point.part): point.value or 0 for point in panel.points}
    rows = list(dict.fromkeys(point.label for point in panel.points))[:MOST_LINES]
    columns = list(dict.fromkeys(point.part for point in panel.points))
    left = min(max(shown_width(voice.name(row)) for row in rows), width // 3)
    columns = columns[: width - left - 1]
    each = max(1, min(3, (width - left - 1) // max(1, len(columns))))
    top = max(points.values(), default=0) or 1
    for row in rows:
        shades = (SHADES[_step(points.get((row, column), 0) / top, 4)] * each for column in columns)
        yield f"{padded(voice.name(row), left)} {''.join(shades)}"
    if columns:
        first, last = voice.name(columns[0]), voice.name(columns[-1])
        room = each * len(columns) - shown_width(first) - shown_width(last)
        if room > 0:
            yield f"{' ' * left} {first}{' ' * room}{last}"
    peak = max(points, key=lambda key: points[key])
    value = spelled(points[peak], panel.unit, voice)
    yield padded(voice("Darkest: {value}, {cell}", value=value, cell=cell_name(*peak, voice)), width)


def _grid(panel: Panel, width: int, voice: Voice) -> Iterator[str]:
    """Write the numbers under the names of their columns, each as wide as the widest."""
    points = {(point.label, point.part): point for point in panel.points}
    rows = list(dict.fromkeys(point.label for point in panel.points))[:MOST_LINES]
    columns = list(dict.fromkeys(point.part for point in panel.points))
    left = min(max(shown_width(voice.name(row)) for row in rows), width // 3)
    each = max(
        4, min(max(shown_width(voice.name(name)) for name in columns), (width - left) // len(columns) - 1)
    )
    columns = columns[: max(1, (width - left) // (each + 1))]
    yield " " * left + "".join(f" {padded(voice.name(name), each)}" for name in columns)
    for row in rows:
        cells = (points.get((row, column)) for column in columns)
        said = (
            padded(_said(point, panel.unit, voice) if point and point.value else GAP, each) for point in cells
        )
        yield f"{padded(voice.name(row), left)} {' '.join(said)}"


def _curves(panel: Panel, width: int, voice: Voice) -> Iterator[str]:
    curves = curves_of(panel.points)
    longest = max((curve[-1][0] for curve in curves.values()), default=0) or 1
    left = min(max((shown_width(voice.name(name)) for name in curves), default=0), width // 3)
    room = width - left - 8
    for name, curve in list(curves.items())[-MOST_LINES:]:
        columns = max(1, round(room * curve[-1][0] / longest))
        held = [_held(curve, at * curve[-1][0] / columns) for at in range(columns)]
        drawn = "".join(EIGHTHS[_step(value, 8)] for value in held)
        yield f"{padded(voice.name(name), left)} {drawn} {brief(curve[-1][1], panel.unit)}"


def _held(curve: list[tuple[float, float]], at: float) -> float:
    """Give the value of a curve of steps at one place."""
    return next((value for place, value in reversed(curve) if place <= at), curve[0][1])


def _more(count: int, voice: Voice, shown: int = MOST_LINES) -> Iterator[str]:
    if count > shown:
        yield voice("{count} more", count=count - shown)
