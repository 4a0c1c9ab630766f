"""The words under a line of time: years, or the months of a course of days."""

from __future__ import annotations

from datetime import date

from folkmoot.render.charts.drawing import Drawing
from folkmoot.render.charts.scale import Scale, year_ticks
from folkmoot.render.figures import period_name
from folkmoot.render.voice import Voice


def write_months(drawing: Drawing, first: int, last: int, until: int, voice: Voice) -> None:
    """Write the months under the zero line, each where its first day is."""
    step = until / (last - first + 1)
    x = Scale(first, last, step / 2, until - step / 2)
    for at in range(first, last + 1):
        day = date.fromordinal(at)
        if day.day == 1 and x(at) < until - 100:
            drawing.text(x(at) - step / 2, drawing.height - 8, period_name(f"{day:%Y-%m}", voice), "quiet")


def write_years(drawing: Drawing, first: int, last: int, per_year: int, until: int) -> None:
    """Write years under the zero line; a year of months is marked at its January."""
    step = until / (last - first + 1)
    x = Scale(first, last, step / 2, until - step / 2)
    for at, year in year_ticks(first, last, per_year, 6):
        if per_year == 1:
            drawing.text(min(max(x(at), 64), until - 40), drawing.height - 8, year, "quiet", "m")
        elif x(at) < until - 100:
            drawing.text(x(at) - step / 2, drawing.height - 8, year, "quiet")
