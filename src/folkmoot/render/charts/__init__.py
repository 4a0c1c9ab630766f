"""Charts: a panel's points become one SVG drawing, written on the server, complete without script."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from folkmoot.model.metric import Shape
from folkmoot.model.page import Panel
from folkmoot.render.charts import breakdown, curve, gauge, graph, grid, matrix, series, single
from folkmoot.render.charts.drawing import WIDTH, Drawing
from folkmoot.render.figures import exact, place, telling_name
from folkmoot.render.voice import Voice

__all__ = ["WIDTH", "Drawing", "draw"]

SPARSE = 10
"""A series is numbers, too, where not one in so many of its periods has any."""
FEW = 4
"""At most so many numbers of one period stand large one under the other; more are bars."""

_DRAWERS: dict[Shape, Callable[[Panel, Voice], Drawing]] = {
    Shape.SINGLE: single.draw,
    Shape.SERIES: series.draw,
    Shape.BREAKDOWN: breakdown.draw,
    Shape.MATRIX: matrix.draw,
    Shape.GRID: grid.draw,
    Shape.CURVE: curve.draw,
    Shape.GAUGE: gauge.draw,
    Shape.GRAPH: graph.draw,
}


def draw(panel: Panel, voice: Voice) -> Drawing | None:
    """Draw a panel's points; None when it has none, or nothing that can be drawn."""
    if panel.shape is None or not panel.points:
        return None
    points = tuple(
        replace(point, value=None) if exact(point.value, panel.unit) is None else point
        for point in panel.points
    )
    shown = _as_numbers(replace(panel, points=points), voice)
    drawing = _DRAWERS[shown.shape or panel.shape](shown, voice)
    return drawing if drawing.height else None


def _as_numbers(panel: Panel, voice: Voice) -> Panel:
    """Give a series that knows a single period, or two of very many, as the numbers it is.

    One point shows no course, and two dots in a frame of years look like a broken chart.
    """
    dated = tuple(point for point in panel.points if place(point.period) is not None)
    told = tuple(point for point in dated if point.value is not None)
    periods = len({point.period for point in dated})
    is_sparse = 0 < len(told) <= min(FEW, periods / SPARSE)
    if panel.shape is not Shape.SERIES or (periods != 1 and not is_sparse):
        return panel
    dated = dated if periods == 1 else told
    if len(dated) == 1 and not telling_name(dated[0].label, panel.unit, voice):
        dated = (replace(dated[0], label=""),)
    return replace(panel, points=dated, shape=Shape.SINGLE if len(dated) <= FEW else Shape.BREAKDOWN)
