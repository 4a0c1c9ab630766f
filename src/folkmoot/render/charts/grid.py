"""A few cells, each with its number written in it and a bar under it: where many things stand on two axes."""

from __future__ import annotations

from folkmoot.model.page import Panel
from folkmoot.render.charts.drawing import LETTER, LINE, WIDTH, Drawing, broken, fitted, length
from folkmoot.render.figures import brief
from folkmoot.render.voice import Voice

MOST_ROWS = 12
MOST_COLUMNS = 8
TALL = 118
GAP = 10
BAR = 18
STRONG_LETTER = 35
SMALL_LETTER = 24


def draw(panel: Panel, voice: Voice) -> Drawing:
    """Draw one cell per row and column, in the order in which they first appear; empty ones stay quiet."""
    drawing = Drawing()
    points = {(point.label, point.part): point for point in panel.points}
    rows = list(dict.fromkeys(point.label for point in panel.points))[:MOST_ROWS]
    columns = list(dict.fromkeys(point.part for point in panel.points))[:MOST_COLUMNS]
    if not rows or not columns:
        return drawing
    names = {row: fitted(voice.name(row), 420) for row in rows}
    left = round(max(map(length, names.values())) + 28)
    width = (WIDTH - left) // len(columns)
    heads = [broken(voice.name(column), width - GAP, LETTER) for column in columns]
    kind = "quiet"
    if any("…" in line for lines in heads for line in lines):
        heads = [broken(voice.name(column), width - GAP, SMALL_LETTER) for column in columns]
        kind = "quiet small"
    top = max(map(len, heads)) * LINE + 16
    for at, lines in enumerate(heads):
        for line, words in enumerate(lines):
            drawing.text(left + at * width, top - 16 - (len(lines) - 1 - line) * LINE, words, kind)
    most = max((point.value or 0 for point in points.values()), default=0) or 1
    for line, row in enumerate(rows):
        y = top + line * TALL
        drawing.text(0, y + 66, names[row], "quiet")
        for at, column in enumerate(columns):
            x = left + at * width
            drawing.rect(x, y, width - GAP, TALL - GAP, "wash")
            point = points.get((row, column))
            if point is None or not point.value:
                continue
            drawing.text(
                x + 20, y + 66, fitted(brief(point.value, panel.unit), width - 40, STRONG_LETTER), "strong"
            )
            long = max(6, round((width - GAP) * point.value / most))
            drawing.rect(x, y + TALL - GAP - BAR, long, BAR, "fill1")
    drawing.height = top + len(rows) * TALL
    return drawing
