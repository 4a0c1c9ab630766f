"""A value per label: horizontal bars, the longest labels on a line of their own."""

from __future__ import annotations

from folkmoot.model.metric import Unit
from folkmoot.model.page import Panel, Point
from folkmoot.render.charts.drawing import LETTER, LINE, WIDTH, Drawing, fitted
from folkmoot.render.charts.scale import Scale, rounded_top
from folkmoot.render.figures import STATISTICS, brief, period_name, too_few
from folkmoot.render.voice import Voice

MOST = 12
"""At most this many bars are drawn for a period; the table has the rest."""
ROW = 114


def draw(panel: Panel, voice: Voice) -> Drawing:
    """Draw one bar per label, a block per period where there are several."""
    drawing = Drawing()
    periods = list(dict.fromkeys(point.period for point in panel.points))
    values = [point.value for point in panel.points if point.value is not None]
    top = (
        1.0 if panel.unit is Unit.SHARE and max(values, default=0) > 0.5 else rounded_top(values, panel.unit)
    )
    scale = Scale(0, top, 0, WIDTH)
    for period in sorted(periods, key=_last_year_first):
        own = [point for point in panel.points if point.period == period]
        if len(periods) > 1:
            drawing.height += LINE + 20
            drawing.text(0, drawing.height - 12, period_name(period, voice), "strong")
        _block(drawing, own, scale, panel.unit, voice)
    return drawing


def largest(points: list[Point], most: int = MOST) -> list[Point]:
    """Give the `most` largest points in the order in which they came."""
    if len(points) <= most:
        return points
    kept = sorted(points, key=lambda point: point.value if point.value is not None else -1.0, reverse=True)
    chosen = {id(point) for point in kept[:most]}
    return [point for point in points if id(point) in chosen]


def _last_year_first(period: str) -> int:
    return period == "all time"


def _block(drawing: Drawing, points: list[Point], scale: Scale, unit: Unit | None, voice: Voice) -> None:
    kept = largest(points)
    for point in kept:
        y = drawing.height + 56
        said = _said(point, unit, voice)
        name = " · ".join(voice.name(part) for part in (point.label, point.part) if part)
        drawing.text(0, y, fitted(name or "–", WIDTH - LETTER * (len(said) + 3)))
        drawing.text(WIDTH, y, said, "strong" if point.value is not None else "quiet", "e")
        drawing.rect(0, y + 16, WIDTH, 20, "track")
        if point.value:
            width = max(4, scale(point.value))
            drawing.rect(0, y + 16, width, 20, "fill1" if point.complete else "hollow1")
        drawing.height += ROW
    if len(points) > len(kept):
        drawing.height += LINE
        drawing.text(
            0, drawing.height - 10, voice("{count} more in the table", count=len(points) - len(kept)), "quiet"
        )


def _said(point: Point, unit: Unit | None, voice: Voice) -> str:
    if too_few(point):
        return voice("too few (n = {n})", n=point.n)
    if unit in STATISTICS and point.n and unit is not Unit.SHARE:
        return voice("{value}, n = {n}", value=brief(point.value, unit), n=point.n)
    return brief(point.value, unit)
