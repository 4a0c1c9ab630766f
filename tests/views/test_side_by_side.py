"""What several projects answer becomes one panel."""

from __future__ import annotations

from dataclasses import replace

from folkmoot.model.metric import Better, Shape
from folkmoot.model.page import Panel, Point
from folkmoot.views.side_by_side import newest, side_by_side

PANEL = Panel(
    id="p", title="P", question="How?", unit=None, better=Better.NEITHER, shape=Shape.SINGLE, points=()
)


def of(*points: Point) -> Panel:
    """Give a panel with these points."""
    return replace(PANEL, points=points)


def test_the_newest_is_the_last_period_that_is_over() -> None:
    old, over, open_ = Point("2024", 1, 9), Point("2025", 2, 9), Point("2026", 3, 9, complete=False)
    assert newest(of(old, over, open_)).points == (over,)


def test_each_label_has_its_own_newest() -> None:
    median, p90 = Point("2025", 2, 9, label="median"), Point("2024", 5, 9, label="p90")
    unsaid = Point("2025", None, 2, label="p90")
    assert newest(of(p90, median, unsaid)).points == (p90, median)


def test_where_nothing_can_be_said_the_last_period_says_so() -> None:
    unsaid = Point("2025", None, 2)
    assert newest(of(Point("2024", None, 3), unsaid)).points == (unsaid,)


def test_all_time_and_the_last_12_months_stay() -> None:
    always, year = Point("all time", 4, 9), Point("last 12 months", 2, 9)
    assert newest(of(Point("2025", 1, 9), always, year)).points == (always, year)


def test_who_has_no_number_is_named_with_the_reason() -> None:
    (made,) = side_by_side([("one", of(Point("2025", 1, 9))), ("two", replace(PANEL, missing="No tags."))])
    assert [(point.label, point.value) for point in made.points] == [("one", 1)]
    assert [str(note) for note in made.coverage_notes] == ["two is not in this figure. No tags."]
