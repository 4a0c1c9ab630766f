"""Charts: a panel's points become one SVG drawing, written on the server, complete without script."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from folkmoot.model.metric import Shape
from folkmoot.model.page import Panel
from folkmoot.render.charts import breakdown, curve, gauge, graph, grid, matrix, series, single
from folkmoot.render.charts.drawing import WIDTH, Drawing
from folkmoot.render.figures import exact
from folkmoot.render.voice import Voice

__all__ = ["WIDTH", "Drawing", "draw"]

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
    drawing = _DRAWERS[panel.shape](replace(panel, points=points), voice)
    return drawing if drawing.height else None
