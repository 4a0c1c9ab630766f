"""A value per label: horizontal bars, the longest labels on a line of their own."""

from __future__ import annotations

from collections.abc import Sequence

from folkmoot.model.metric import Better, Unit
from folkmoot.model.page import Panel, Point
from folkmoot.render.charts.drawing import LINE, WIDTH, Drawing, fitted, length
from folkmoot.render.charts.scale import Scale
from folkmoot.render.figures import STATISTICS, brief, period_name, too_few, withheld
from folkmoot.render.voice import Voice

MOST = 12
"""At most this many bars are drawn for a period; the table has the rest."""
ROW = 114
LAST_YEAR = "last 12 months"
ALL_TIME = "all time"
"""A period that is not named where it is the only one; every other is."""


def draw(panel: Panel, voice: Voice) -> Drawing:
    """Draw one bar per label, a block per period where there are several."""
    drawing = Drawing()
    periods = list(dict.fromkeys(point.period for point in panel.points))
    for period in sorted(periods, key=_last_year_first):
        own = [point for point in panel.points if point.period == period]
        if len(periods) > 1 or period != ALL_TIME:
            drawing.height += (LINE if drawing.height else 0) + LINE
            when = period_name(period, voice)
            if not any(point.complete for point in own):
                when = voice("{period} so far", period=when)
            drawing.text(0, drawing.height - 20, when, "strong")
        _block(drawing, own, _scale(own, panel.unit), panel, voice)
    return drawing


def telling(points: list[Point], better: Better, most: int = MOST) -> list[Point]:
    """Give the `most` points that tell most, in the order in which they came.

    These are the largest; the smallest where a larger value is better, because those ask for attention. Of
    equal ones it is those with more behind them, and what has no value comes last.
    """
    if len(points) <= most:
        return points
    sign = -1 if better is Better.HIGHER else 1
    kept = sorted(
        points,
        key=lambda point: (point.value is not None, sign * (point.value or 0), point.n),
        reverse=True,
    )
    chosen = {id(point) for point in kept[:most]}
    return [point for point in points if id(point) in chosen]


def _scale(points: Sequence[Point], unit: Unit | None) -> Scale:
    """Give a scale from zero. A share is that share of its track; of counts the largest fills it.

    A round number above it would leave a track half empty of which nobody is told how much it stands for.
    """
    values = [point.value for point in points if point.value is not None]
    top = 1.0 if unit is Unit.SHARE else max([value for value in values if value > 0], default=1.0)
    return Scale(0, top, 0, WIDTH)


def _last_year_first(period: str) -> int:
    return period == ALL_TIME


def _block(drawing: Drawing, points: list[Point], scale: Scale, panel: Panel, voice: Voice) -> None:
    kept, unit = telling(points, panel.better), panel.unit
    tracks: list[str] = []
    bars: list[str] = []
    for point in kept:
        y = drawing.height + 56
        said = _said(point, unit, voice)
        name = " · ".join(voice.name(part) for part in (point.label, point.part) if part)
        drawing.text(0, y, fitted(name or "–", WIDTH - length(said) - 120))
        drawing.text(WIDTH, y, said, "strong" if point.value is not None else "quiet", "e")
        tracks.append(f"M0 {y + 16}h{WIDTH}v20H0z")
        if point.value and point.complete:
            bars.append(f"M0 {y + 16}h{max(4, scale(point.value))}v20H0z")
        elif point.value:
            drawing.rect(0, y + 16, max(4, scale(point.value)), 20, "hollow1")
        drawing.height += ROW
    drawing.path("".join(tracks), "track")
    drawing.path("".join(bars), "fill1")
    if len(points) > len(kept):
        drawing.height += LINE
        drawing.text(
            0, drawing.height - 10, voice("{count} more in the table", count=len(points) - len(kept)), "quiet"
        )


def _said(point: Point, unit: Unit | None, voice: Voice) -> str:
    if too_few(point):
        return voice(withheld(point), n=point.n)
    if unit in STATISTICS and point.n and unit is not Unit.SHARE:
        return voice("{value}, n = {n}", value=brief(point.value, unit), n=point.n)
    return brief(point.value, unit)
