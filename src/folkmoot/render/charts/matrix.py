"""A value per row and column: a heat map, five steps of one colour, the peak written out."""

from __future__ import annotations

from folkmoot.model.page import Panel, Point
from folkmoot.render.charts.drawing import LINE, WIDTH, Drawing, fitted, length
from folkmoot.render.figures import cell_name, spelled
from folkmoot.render.palette import HEAT
from folkmoot.render.voice import Voice

MOST_ROWS = 24
MOST_COLUMNS = 53


def draw(panel: Panel, voice: Voice) -> Drawing:
    """Draw one square per point; rows and columns stand in the order in which they first appear."""
    drawing = Drawing()
    points = {(point.label, point.part): point for point in panel.points}
    rows = list(dict.fromkeys(point.label for point in panel.points))[:MOST_ROWS]
    columns = list(dict.fromkeys(point.part for point in panel.points))[:MOST_COLUMNS]
    if not rows or not columns:
        return drawing
    names = {row: fitted(voice.name(row), 440) for row in rows}
    left = round(min(460, max(map(length, names.values())) + 28))
    width = (WIDTH - left) // len(columns)
    height = max(62, min(96, width))
    top = max((point.value for point in points.values() if point.value is not None), default=0) or 1
    steps: list[list[str]] = [[] for _ in HEAT]
    peak: Point | None = None
    for line, row in enumerate(rows):
        drawing.text(0, line * height + height / 2 + 16, names[row], "quiet")
        for at, column in enumerate(columns):
            point = points.get((row, column))
            if point is None or not point.value:
                continue
            if peak is None or point.value > (peak.value or 0):
                peak = point
            level = max(0, min(len(HEAT) - 1, int(point.value / top * len(HEAT))))
            x, y = left + at * width, line * height
            steps[level].append(f"M{x} {y}h{width - 5}v{height - 5}h{5 - width}z")
    drawing.rect(left, 0, width * len(columns) - 5, len(rows) * height - 5, "wash")
    for level, path in enumerate(steps, start=1):
        if path:
            drawing.path("".join(path), f"heat{level}")
    drawing.height = len(rows) * height + LINE
    _columns(drawing, [voice.name(column) for column in columns], left, width)
    if peak is not None:
        drawing.height += LINE + 8
        said = voice(
            "Darkest: {value}, {cell}",
            value=spelled(peak.value, panel.unit, voice),
            cell=cell_name(peak.label, peak.part, voice),
        )
        drawing.text(left, drawing.height - 10, fitted(said, WIDTH - left), "quiet")
    return drawing


def _columns(drawing: Drawing, columns: list[str], left: int, width: int) -> None:
    """Write as many column names as there is room for, evenly spread."""
    longest = max(map(length, columns)) + 16
    every = next((n for n in (1, 2, 3, 4, 6, 8, 12) if n * width >= longest), 24)
    for at in range(0, len(columns), every):
        drawing.text(left + at * width, drawing.height - 12, fitted(columns[at], every * width), "quiet")
