"""One falling curve per label, such as the retention of each year's newcomers; the last five have names."""

from __future__ import annotations

import math
from collections.abc import Sequence

from folkmoot.model.page import Panel, Point
from folkmoot.render.charts.drawing import LINE, WIDTH, Drawing, apart, fitted, length
from folkmoot.render.charts.scale import Scale
from folkmoot.render.figures import brief, spelled
from folkmoot.render.voice import Voice

NAMED = 5
ROOM = 370
TOP = 70
FLOOR = 640


def draw(panel: Panel, voice: Voice) -> Drawing:
    """Draw the curves of a panel over the number in `part`, as steps: a value holds until the next one."""
    curves = curves_of(panel.points)
    drawing = Drawing()
    if not curves:
        return drawing
    until = WIDTH - ROOM
    longest = max(curve[-1][0] for curve in curves.values())
    top = max([1.0, *(value for curve in curves.values() for _, value in curve)])
    x, y = Scale(0, longest or 1, 0, until), Scale(0, top, FLOOR, TOP)
    for value in (top, top / 2):
        drawing.rule(y(value), until=until)
    drawing.rule(y(0), until=until, kind="axis")
    drawing.text(0, y(top) - 14, spelled(top, panel.unit, voice), "quiet halo")
    names = list(curves)
    for name in names[:-NAMED]:
        drawing.path(_steps(curves[name], x, y), "faint")
    newest_last = names[-NAMED:]
    for age, name in enumerate(reversed(newest_last), start=1):
        drawing.path(_steps(curves[name], x, y), f"curve{age}")
    _names(drawing, panel, [(name, curves[name]) for name in reversed(newest_last)], x, y, voice)
    drawing.height = FLOOR + LINE
    for at in _ticks(longest):
        anchor = "" if at == 0 else "m" if x(at) < until - 40 else "e"
        drawing.text(x(at), drawing.height - 6, f"{at:g}", "quiet", anchor)
    drawing.text(until + 28, drawing.height - 6, voice("months"), "quiet")
    return drawing


def curves_of(points: Sequence[Point]) -> dict[str, list[tuple[float, float]]]:
    """Give the told points of each curve in order of the number in `part`; others are left out.

    A curve of one point has not begun to fall: everybody is there at the beginning, and that says nothing.
    """
    curves: dict[str, list[tuple[float, float]]] = {}
    for point in points:
        at = _number(point.part)
        if at is not None and point.value is not None:
            curves.setdefault(point.label, []).append((at, point.value))
    return {name: sorted(curve) for name, curve in curves.items() if len(curve) > 1}


def _number(part: str) -> float | None:
    try:
        number = float(part)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _steps(curve: list[tuple[float, float]], x: Scale, y: Scale) -> str:
    at, value = curve[0]
    here, height = x(at), y(value)
    path = [f"M{here} {height}"]
    for at, value in curve[1:]:
        if y(value) == height:
            continue
        path.append(f"h{x(at) - here}v{y(value) - height}")
        here, height = x(at), y(value)
    path.append(f"h{x(curve[-1][0]) - here}")
    return "".join(path)


def _names(
    drawing: Drawing,
    panel: Panel,
    curves: list[tuple[str, list[tuple[float, float]]]],
    x: Scale,
    y: Scale,
    voice: Voice,
) -> None:
    """Mark the end of each curve, and write its name and last value to the right of all of them."""
    left = WIDTH - ROOM + 28
    heights = apart([y(curve[-1][1]) + 16 for _, curve in curves], LINE, TOP, FLOOR - 20)
    for age, ((name, curve), height) in enumerate(zip(curves, heights, strict=True), start=1):
        end, value = curve[-1]
        drawing.dot(x(end), y(value), f"end{age}", 16)
        drawing.dot(left + 8, height - 16, f"end{age}", 16)
        said = brief(value, panel.unit)
        drawing.text(left + 40, height, fitted(voice.name(name), ROOM - 84 - length(said)))
        drawing.text(WIDTH, height, said, "quiet", "e")


def _ticks(longest: float) -> list[float]:
    wide = 10 ** math.ceil(math.log10(max(longest, 1) / 6))
    step = next((s for s in (1, 2, 3, 6, 12, 24, 36, 60, 120, 240) if longest / s <= 6), wide)
    return [float(step * at) for at in range(int(longest / step) + 1)]
