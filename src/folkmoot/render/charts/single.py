"""One number, large, with its unit in words; several of them one under the other."""

from __future__ import annotations

from folkmoot.model.metric import Unit
from folkmoot.model.page import Panel, Point
from folkmoot.render.charts.drawing import LINE, WIDTH, Drawing, fitted, length
from folkmoot.render.figures import FEW, PLURAL, STATISTICS, brief, in_days, period_name, too_few, unit_word
from folkmoot.render.voice import Voice

MOST = 12
TALL = 210
STRONG_LETTER = 35
LARGE_LETTER = 86
SMALL_LETTER = 54
"""About the width of an "n" of the large number, and of the words that stand for a missing one."""


def draw(panel: Panel, voice: Voice) -> Drawing:
    """Draw each point as a number and the words that belong to it; the last year stands before all time."""
    drawing = Drawing()
    points = sorted(panel.points, key=lambda point: point.period == "all time")
    when_told = not is_about_now(panel)
    for point in points[:MOST]:
        drawing.height += TALL
        y = drawing.height - 60
        number = _number(point, panel.unit, voice)
        drawing.text(0, y, number, "huge" if point.value is not None else "big")
        left = 44 + length(number, LARGE_LETTER if point.value is not None else SMALL_LETTER)
        upper, lower = _words(point, panel.unit, voice, when_told=when_told)
        drawing.text(left, y - LINE + 6, fitted(upper, WIDTH - left, STRONG_LETTER), "strong")
        drawing.text(left, y + 4, fitted(lower, WIDTH - left), "quiet")
    if len(points) > MOST:
        drawing.height += LINE
        drawing.text(
            0, drawing.height - 10, voice("{count} more in the table", count=len(points) - MOST), "quiet"
        )
    return drawing


def is_about_now(panel: Panel) -> bool:
    """Tell whether a panel's numbers are how things stand: it knows no other period that could be meant."""
    return all(point.period == "all time" for point in panel.points) and "year_ago" not in panel.sql


def _number(point: Point, unit: Unit | None, voice: Voice) -> str:
    return voice("too few" if point.n < FEW else "not known") if too_few(point) else brief(point.value, unit)


def _words(point: Point, unit: Unit | None, voice: Voice, *, when_told: bool) -> tuple[str, str]:
    """Give what stands beside the number: what it counts, and when, of how many, how sure."""
    named = " · ".join(voice.name(part) for part in (point.label, point.part) if part)
    counted = "" if point.value is None else unit_word(point.value, unit, voice)
    when = period_name(point.period, voice) if when_told else voice("now")
    if not point.complete:
        when = voice("{period} so far", period=when)
    # A name that only repeats the unit ("releases") tells nothing beside it.
    told = "" if counted and unit and named == voice(PLURAL[unit]) else named
    upper = " · ".join(filter(None, (counted, told))) or when
    details = [in_days(point.value, unit, voice), when if when_told and upper is not when else ""]
    if point.low is not None and point.high is not None:
        details.append(voice("{low} to {high}", low=brief(point.low, unit), high=brief(point.high, unit)))
    if unit in STATISTICS or point.value is None:
        details.append(voice("n = {n}", n=brief(point.n, None)))
    return upper, " · ".join(filter(None, details))
