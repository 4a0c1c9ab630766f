"""Who has to do with whom, as arcs: a name on every line, so that no two names can meet, and few of them.

The strongest links are drawn while they join at most sixteen names; names with strong links stand close to
one another, beginning with the first of the alphabet, so that the order ranks nobody. The table has all.
"""

from __future__ import annotations

from folkmoot.model.page import Panel, Point
from folkmoot.render.charts.drawing import LINE, WIDTH, Drawing, fitted, length
from folkmoot.render.figures import spelled
from folkmoot.render.voice import Voice

MOST_NAMES = 16
MOST_LINKS = 30
ROW = 84
NAME = 640
"""Room for a name: some 23 letters, as most names of people take."""
STEPS = 4
"""How many widths an arc can have."""


def draw(panel: Panel, voice: Voice) -> Drawing:
    """Draw an arc for each link, wider where there is more of it."""
    drawing = Drawing()
    drawn = strongest(panel.points)
    if not drawn:
        return drawing
    order = in_line(drawn)
    names = {name: fitted(voice.name(name), NAME) for name in order}
    left = round(max(map(length, names.values()))) + 20
    line = {name: place * ROW + 50 for place, name in enumerate(order)}
    top = max(point.value or 0 for point in drawn)
    for point in sorted(drawn, key=lambda point: point.value or 0):
        first, last = sorted((line[point.label], line[point.part]))
        tall = (last - first) // 2
        wide = min(tall + 40, WIDTH - left - 60)
        step = max(1, min(STEPS, round((point.value or 0) / top * STEPS)))
        drawing.path(f"M{left + 30} {first}A{wide} {tall} 0 0 1 {left + 30} {last}", f"arc{step}")
    for name in order:
        drawing.text(left, line[name] + 18, names[name], "", "e")
        drawing.dot(left + 30, line[name], "fill1")
    drawing.height = len(order) * ROW + 20
    _words(drawing, drawn, panel, voice)
    return drawing


def strongest(points: tuple[Point, ...]) -> list[Point]:
    """Give the strongest links between two, as long as they join few enough names."""
    drawn: list[Point] = []
    names: set[str] = set()
    linked = [point for point in points if point.value and point.label != point.part]
    for point in sorted(linked, key=lambda point: (-(point.value or 0), point.label, point.part)):
        more = names | {point.label, point.part}
        if len(more) <= MOST_NAMES and len(drawn) < MOST_LINKS:
            drawn.append(point)
            names = more
    return drawn


def in_line(links: list[Point]) -> list[str]:
    """Give the names in an order that puts who has most to do with each other side by side."""
    weight: dict[tuple[str, str], float] = {}
    for link in links:
        for pair in ((link.label, link.part), (link.part, link.label)):
            weight[pair] = weight.get(pair, 0) + (link.value or 0)
    left = sorted({name for pair in weight for name in pair}, key=lambda name: (name.casefold(), name))
    order = [left.pop(0)]
    while left:
        near = max(left, key=lambda name: weight.get((order[-1], name), 0))
        left.remove(near)
        order.append(near)
    return order


def _words(drawing: Drawing, drawn: list[Point], panel: Panel, voice: Voice) -> None:
    # A number without names: the picture is about links, and nobody is held up as first.
    said = voice("The widest arc stands for {value}", value=spelled(drawn[0].value, panel.unit, voice))
    drawing.height += LINE
    drawing.text(0, drawing.height - 10, fitted(said, WIDTH), "quiet")
    if len(drawn) < len(panel.points):
        drawing.height += LINE
        told = voice("The {drawn} strongest of {all} links", drawn=len(drawn), all=len(panel.points))
        drawing.text(0, drawing.height - 10, fitted(told, WIDTH), "quiet")
