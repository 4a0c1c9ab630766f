"""What stands under the axes of time: months under days, few marks however long it is."""

from __future__ import annotations

import example_report as example
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.model.page import Point
from folkmoot.render.charts import curve, draw
from folkmoot.render.voice import Voice


def test_days_are_marked_where_their_months_begin() -> None:
    points = tuple(Point(f"2026-{month:02d}-{at:02d}", 2, 2) for month in (4, 5) for at in range(1, 31))
    drawing = draw(example.panel("p", "T", "Q?", points=points), Voice())
    assert drawing is not None
    assert "April 2026" in drawing.body()
    assert "May 2026" in drawing.body()


@given(st.floats(min_value=0, max_value=1e300))
def test_an_axis_has_few_marks_however_long_it_is(longest: float) -> None:
    marks = curve._ticks(longest)
    assert marks[0] == 0
    assert len(marks) <= 8
    assert marks == sorted(set(marks))
    assert marks[-1] <= longest * 1.0000001
