"""Contributor Confidence as a half-donut: bands that grow thicker, a needle, the interval, and words.

The band is told by its word and by the thickness of its arc; colour only repeats it. Without a value there
is no needle and no zero, but "insufficient data".
"""

from __future__ import annotations

from itertools import pairwise
from math import cos, pi, sin

from folkmoot.model.confidence import BANDS, FULL_SCALE, LEAST, LEAST_SEEN, LOWER_BOUNDS, band
from folkmoot.model.page import Panel, Point
from folkmoot.render.charts.drawing import LINE, WIDTH, Drawing, fitted
from folkmoot.render.figures import brief, period_name
from folkmoot.render.voice import Voice

CENTRE, BASE = WIDTH / 2, 700
RADIUS = 540
THINNEST, STEP = 50, 55
"""Thickness of the first band, and how much thicker each next one is."""
PREFERRED = ("last 365 days", "last 90 days", "last 30 days", "last 7 days")
"""The longest time is watched best; a shorter one stands for it only where it alone has a value."""


def draw(panel: Panel, voice: Voice) -> Drawing:
    """Draw the gauge of the best known period, and the others as lines of words."""
    drawing = Drawing(height=BASE + 40)
    main = main_point(panel)
    held = band(main.value) if main.value is not None and panel.id not in LOWER_BOUNDS else None
    edges = [one.begins for one in BANDS] + [FULL_SCALE]
    for place, ((start, end), one) in enumerate(zip(pairwise(edges), BANDS, strict=True)):
        kind = "held" if one == held else "band"
        drawing.path(_ring(start, end, RADIUS - THINNEST - STEP * place), kind)
    for edge in edges:
        x, y = _at(edge, RADIUS + 76)
        drawing.text(x, y + 14, brief(edge, panel.unit), "quiet small", "m")
    if main.value is not None:
        _needle(drawing, main)
    _words(drawing, main, panel, voice)
    for point in panel.points:
        if point is not main:
            drawing.height += LINE
            words = f"{period_name(point.period, voice)}: {gauge_words(point, panel, voice)}"
            drawing.text(CENTRE, drawing.height - 10, fitted(words, WIDTH, 24), "quiet small", "m")
    return drawing


def main_point(panel: Panel) -> Point:
    """Give the point that the needle shows: that of the longest period with a value, else of the longest."""
    found = {point.period: point for point in panel.points}
    ordered = [found[period] for period in PREFERRED if period in found] or list(panel.points)
    return next((point for point in ordered if point.value is not None), ordered[0])


def gauge_words(point: Point, panel: Panel, voice: Voice) -> str:
    """Give value, interval, n and band in one line; "insufficient data" where there is no value.

    A lower bound is in no band.
    """
    unit = panel.unit
    if point.value is None:
        too_soon = "insufficient data: too soon to tell, n = {n}"
        return voice(too_soon if point.n >= LEAST else "insufficient data, n = {n}", n=point.n)
    values: dict[str, str | int | float] = {
        "value": brief(point.value, unit),
        "n": point.n,
        "band": voice(band(point.value).name),
    }
    if panel.id in LOWER_BOUNDS:
        return voice("at least {value}, n = {n}", **values)
    if point.low is None or point.high is None:
        return voice("{value}, {band}, n = {n}", **values)
    low, high = brief(point.low, unit), brief(point.high, unit)
    return voice("{value} ({low} to {high}), {band}, n = {n}", low=low, high=high, **values)


def _needle(drawing: Drawing, point: Point) -> None:
    """Draw the needle, and the 95 % interval as an arc outside with an end at each side."""
    x, y = _at(point.value or 0, RADIUS - 20)
    inner_x, inner_y = _at(point.value or 0, 200)
    drawing.path(f"M{inner_x} {inner_y}L{x} {y}", "needle")
    if point.low is None or point.high is None:
        return
    (left, top), (right, bottom) = _at(point.low, RADIUS + 24), _at(point.high, RADIUS + 24)
    drawing.path(f"M{left} {top}A{RADIUS + 24} {RADIUS + 24} 0 0 1 {right} {bottom}", "ends")
    for bound in (point.low, point.high):
        (x, y), (out_x, out_y) = _at(bound, RADIUS + 8), _at(bound, RADIUS + 40)
        drawing.path(f"M{x} {y}L{out_x} {out_y}", "ends")


def _words(drawing: Drawing, point: Point, panel: Panel, voice: Voice) -> None:
    when = period_name(point.period, voice)
    if point.value is None:
        drawing.text(CENTRE, BASE - 60, voice("insufficient data"), "strong", "m")
        if point.n >= LEAST:
            words = voice("{period}: n = {n}, too lately to tell", period=when, n=point.n)
        else:
            least = LEAST_SEEN if panel.id in LOWER_BOUNDS else LEAST
            words = voice("{period}: n = {n}, and it takes {least}", period=when, n=point.n, least=least)
        drawing.height += LINE
        drawing.text(CENTRE, drawing.height - 10, fitted(words, WIDTH), "quiet", "m")
        return
    drawing.text(CENTRE, BASE, brief(point.value, panel.unit), "huge", "m")
    drawing.height += 2 * LINE
    drawing.text(CENTRE, drawing.height - LINE, _verdict(point, panel, voice), "strong", "m")
    words = voice("{period} · n = {n}", period=when, n=brief(point.n, None))
    if point.low is not None and point.high is not None:
        low, high = brief(point.low, panel.unit), brief(point.high, panel.unit)
        words = voice(
            "{period} · 95% interval {low} to {high} · n = {n}",
            period=when, low=low, high=high, n=brief(point.n, None),
        )  # fmt: skip
    drawing.text(CENTRE, drawing.height, fitted(words, WIDTH), "quiet", "m")
    drawing.height += 24


def _verdict(point: Point, panel: Panel, voice: Voice) -> str:
    return voice("or more" if panel.id in LOWER_BOUNDS else band(point.value or 0.0).name)


def _ring(start: float, end: float, inner: float) -> str:
    """Give the outline of a piece of the donut, with a hair's breadth to its neighbours."""
    gap = 0.002
    (a, b), (c, d) = _at(start + gap, RADIUS), _at(end - gap, RADIUS)
    (e, f), (g, h) = _at(end - gap, inner), _at(start + gap, inner)
    inner = round(inner)
    return f"M{a} {b}A{RADIUS} {RADIUS} 0 0 1 {c} {d}L{e} {f}A{inner} {inner} 0 0 0 {g} {h}z"


def _at(value: float, radius: float) -> tuple[int, int]:
    """Give the place of a value at a distance from the centre; what lies beyond the scale is at its end."""
    angle = pi * (1 - min(max(value, 0.0), FULL_SCALE) / FULL_SCALE)
    return round(CENTRE + radius * cos(angle)), round(BASE - radius * sin(angle))
