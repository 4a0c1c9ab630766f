"""Horizontal bars: one for each label, a block for each period, and what is said beside them."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET

import pytest

from folkmoot.model.metric import Better, Shape, Unit
from folkmoot.model.page import Panel, Point
from folkmoot.render.charts.breakdown import ALL_TIME, LAST_YEAR, MOST, draw, telling
from folkmoot.render.voice import Voice


def drawn(points: Sequence[Point], unit: Unit = Unit.PEOPLE) -> ET.Element:
    """Give the drawing of these points as a tree."""
    panel = Panel(
        id="x", title="X", question="?", unit=unit, better=Better.NEITHER, shape=Shape.BREAKDOWN,
        points=tuple(points),
    )  # fmt: skip
    return ET.fromstring(f"<svg>{draw(panel, Voice()).body()}</svg>")  # noqa: S314 - drawn here


def words(points: Sequence[Point], unit: Unit = Unit.PEOPLE) -> list[str]:
    return [text.text or "" for text in drawn(points, unit).iter("text")]


def bars(count: int) -> list[Point]:
    return [Point(ALL_TIME, float(at + 1), 9, label=f"p{at}") for at in range(count)]


def test_twelve_bars_are_drawn_and_nothing_is_left_out() -> None:
    assert not [text for text in words(bars(MOST)) if "more in the table" in text]
    assert telling(bars(MOST), Better.NEITHER) == bars(MOST)


def test_the_thirteenth_is_told_as_one_more_in_the_table() -> None:
    shown = words(bars(MOST + 1))
    assert shown[-1] == "1 more in the table"
    assert "p0" not in shown  # the smallest


def test_one_period_is_named_unless_it_is_all_time() -> None:
    assert words([Point(ALL_TIME, 1.0, 9, label="a")]) == ["a", "1"]
    assert words([Point("2026", 1.0, 9, label="a")]) == ["2026", "a", "1"]


def test_the_last_year_stands_above_all_time_whichever_comes_first() -> None:
    points = [Point(ALL_TIME, 1.0, 9, label="a"), Point(LAST_YEAR, 2.0, 9, label="a")]
    assert words(points) == ["last 12 months", "a", "2", "all time", "a", "1"]


def test_a_period_that_is_not_over_is_called_so_far_and_its_bars_are_hollow() -> None:
    points = [Point("2026", 1.0, 9, label="a", complete=False)]
    assert words(points)[0] == "2026 so far"
    hollow = [each for each in drawn(points).iter("rect") if "hollow1" in each.get("class", "")]
    assert len(hollow) == 1
    assert not [each for each in drawn(points).iter("path") if each.get("class") == "fill1" and each.get("d")]


def test_a_period_of_which_anything_is_over_is_not_called_so_far() -> None:
    points = [Point("2026", 1.0, 9, label="a", complete=False), Point("2026", 1.0, 9, label="b")]
    assert words(points)[0] == "2026"


def test_a_label_and_its_part_stand_together_and_no_label_is_a_dash() -> None:
    points = [Point(ALL_TIME, 1.0, 9, label="a", part="b"), Point(ALL_TIME, 2.0, 9, part="c")]
    assert words(points)[::2] == ["a · b", "c"]
    assert words([Point(ALL_TIME, 1.0, 9)])[0] == "–"


@pytest.mark.parametrize(
    ("value", "n", "unit", "said"),
    [
        (3.0, 9, Unit.PEOPLE, "3"), (3.5, 9, Unit.DAYS, "3.5, n = 9"), (3.5, 0, Unit.DAYS, "3.5"),
        (0.25, 9, Unit.SHARE, "25%"), (None, 3, Unit.DAYS, "too few (n = 3)"),
        (None, 30, Unit.DAYS, "not known (n = 30)"), (None, 0, Unit.DAYS, "–"),
    ],
)  # fmt: skip
def test_a_median_stands_with_its_n_and_a_count_alone(
    value: float | None, n: int, unit: Unit, said: str
) -> None:
    assert words([Point(ALL_TIME, value, n, label="a")], unit)[1] == said


def test_what_is_nothing_and_what_is_not_known_have_a_track_and_no_bar() -> None:
    for value in (0.0, None):
        tree = drawn([Point(ALL_TIME, value, 0, label="a")])
        kinds = [each.get("class") for each in tree.iter("path") if each.get("d")]
        assert kinds == ["track"]
