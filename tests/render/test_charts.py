"""Charts: what is drawn for each shape, and that it is well-formed whatever the numbers are."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib.resources import files
from itertools import pairwise
from xml.etree import ElementTree as ET

import example_report as example
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from folkmoot.model.metric import Shape, Unit
from folkmoot.model.page import Panel, Point
from folkmoot.render.charts import WIDTH, Drawing, draw
from folkmoot.render.charts.breakdown import MOST
from folkmoot.render.charts.drawing import apart, broken, fitted, length
from folkmoot.render.charts.scale import Scale, rounded_top, year_ticks
from folkmoot.render.voice import Voice

VOICE = Voice()


def drawn(panel: Panel) -> ET.Element:
    """Give the drawing of a panel as a tree, which proves that it is well-formed."""
    drawing = draw(panel, VOICE)
    assert drawing is not None
    return ET.fromstring(f"<svg>{drawing.body()}</svg>")  # noqa: S314 - drawn here


def words(panel: Panel) -> list[str]:
    return [text.text or "" for text in drawn(panel).iter("text")]


def classes(panel: Panel) -> list[str]:
    return [mark.get("class", "") for mark in drawn(panel).iter()]


def yearly(*values: float | None, unit: Unit = Unit.PEOPLE, label: str = "", last: bool = True) -> Panel:
    points = tuple(
        Point(str(2020 + at), value, 9, complete=last or at < len(values) - 1, label=label)
        for at, value in enumerate(values)
    )
    return example.panel("p", "T", "Q?", unit=unit, points=points)


def test_counts_are_bars_on_the_zero_line() -> None:
    bars = next(mark for mark in drawn(yearly(1, 2, 4)).iter("path") if mark.get("class") == "fill1")
    heights = [int(height) for height in re.findall(r"v(-\d+)", bars.get("d", ""))]
    assert heights == pytest.approx([heights[2] / 4, heights[2] / 2, heights[2]], abs=1)


def test_a_count_of_zero_has_no_bar() -> None:
    bars = next(mark for mark in drawn(yearly(3, 0, 4)).iter("path") if mark.get("class") == "fill1")
    assert bars.get("d", "").count("M") == 2


def test_medians_are_a_line_broken_at_gaps() -> None:
    line = next(
        m for m in drawn(yearly(1, 2, None, 3, 4, unit=Unit.DAYS)).iter("path") if m.get("class") == "line1"
    )
    assert line.get("d", "").count("M") == 2


def test_a_lone_median_between_gaps_can_be_seen() -> None:
    panel = yearly(1, 2, None, 3, None, unit=Unit.DAYS)
    dots = [mark for mark in drawn(panel).iter("circle") if mark.get("class") == "fill1"]
    assert len(dots) == 1


def test_an_old_last_value_names_its_period() -> None:
    old = yearly(1, 2, None, None, unit=Unit.DAYS, label="old").points
    new = yearly(3, 3, 3, 3, unit=Unit.DAYS, label="new").points
    said = words(replace(example.MERGE_TIME, points=(*old, *new)))
    assert "2, n = 9 in 2021" in said
    assert "3, n = 9" in said


def test_the_current_period_is_hollow_and_called_so_far() -> None:
    panel = yearly(1, 2, 4, last=False)
    assert "hollow1" in classes(panel)
    assert "so far 4" in words(panel)
    assert "2021" in words(panel)


def test_a_median_stands_with_its_n() -> None:
    assert "n = 33" in words(example.MERGE_TIME)
    two = tuple(replace(point, label=label) for point in example.MERGE_TIME.points for label in ("a", "b"))
    assert words(replace(example.MERGE_TIME, points=two)).count("1.4, n = 33") == 2


def test_a_count_needs_no_n() -> None:
    assert not [one for one in words(example.ACTIVE) if "n =" in one]


def test_a_period_that_is_over_is_not_hollow() -> None:
    assert "hollow1" not in classes(yearly(1, 2, 4))


def test_up_to_four_series_share_a_frame_and_carry_their_names() -> None:
    assert {"new", "returning", "lost", "29", "23", "14"} <= set(words(example.FLOW))
    assert {"line1", "line2", "line3"} <= set(classes(example.FLOW))


def test_more_series_get_a_frame_each() -> None:
    assert classes(example.PROJECTS).count("axis") == 5
    assert {"harbour", "lighthouse", "quay", "buoy", "tide-tables"} <= set(words(example.PROJECTS))


def test_long_series_share_no_frame() -> None:
    two = tuple(point for point in example.PROJECTS.points if point.label in {"quay", "buoy"})
    assert classes(replace(example.PROJECTS, points=two)).count("axis") == 2


def test_twenty_years_of_months_are_one_small_path() -> None:
    points = tuple(Point(month, at * 7 % 90, 3) for at, month in enumerate(example.months(2005)))
    drawing = draw(replace(example.ACTIVE, points=points), VOICE)
    assert drawing is not None
    assert len(points) > 250
    assert len(drawing.body()) < 3500


def test_a_stepped_area_has_the_height_of_each_month() -> None:
    points = tuple(Point(month, at % 3, 3) for at, month in enumerate(example.months(2016)))
    area = next(
        m for m in drawn(replace(example.ACTIVE, points=points)).iter("path") if m.get("class") == "fill1"
    )
    heights, height = [], 0
    for step in re.findall(r"v(-?\d+)", area.get("d", "")):
        height += int(step)
        heights.append(height)
    assert {round(h / min(heights), 1) for h in heights} == {0, 0.5, 1}


def bars_of(panel: Panel) -> list[int]:
    """Give the lengths of the bars of a panel."""
    paths = [mark.get("d", "") for mark in drawn(panel).iter("path") if mark.get("class") == "fill1"]
    return [int(length) for path in paths for length in re.findall(r"h(\d+)", path)]


def test_breakdown_draws_a_bar_per_label_as_long_as_its_value() -> None:
    assert [bar / WIDTH for bar in bars_of(example.KINDS)] == pytest.approx(
        [0.61, 0.334, 0.187, 0.052], abs=0.001
    )


def test_a_share_is_drawn_as_that_share_of_its_track() -> None:
    """A bar of 14 % that nearly fills its track would be read as nearly all."""
    points = (Point("all time", 0.14, 50, label="docs"), Point("all time", 0.02, 90, label="src"))
    drawing = draw(replace(example.OWNERS, unit=Unit.SHARE, points=points), Voice())
    assert drawing is not None
    (bars,) = re.findall(r'd="([^"]*)" class="fill1"', drawing.body())
    assert [int(width) for width in re.findall(r"M0 \d+h(\d+)", bars)] == [224, 32]


def test_counts_of_different_periods_have_a_scale_each() -> None:
    points = tuple(
        Point(period, value, 9, label="a") for period, value in (("last 12 months", 5.0), ("all time", 500.0))
    )
    assert bars_of(replace(example.OWNERS, points=points)) == [WIDTH, WIDTH]


def test_breakdown_names_what_it_leaves_out() -> None:
    assert "1 more in the table" in words(example.OWNERS)
    assert len(bars_of(example.OWNERS)) == MOST


def test_too_few_is_said() -> None:
    assert "too few" in words(example.SECOND)


def test_a_single_number_stands_large_with_its_unit() -> None:
    said = words(example.ABSENCE)
    assert said[:3] == ["2", "people", "last 12 months"]


def test_the_last_year_stands_before_all_time() -> None:
    assert words(example.ABSENCE).index("last 12 months") < words(example.ABSENCE).index("all time")


def test_matrix_says_its_peak() -> None:
    assert "Darkest: 178 commits, Monday, 14:00" in words(example.HOURS)


def test_matrix_draws_every_value_once() -> None:
    squares = sum(m.get("d", "").count("M") for m in drawn(example.HOURS).iter("path"))
    assert squares == sum(1 for point in example.HOURS.points if point.value)


def test_the_last_five_curves_have_names() -> None:
    assert {str(year) for year in range(2021, 2026)} <= set(words(example.RETENTION))
    assert "2020" not in words(example.RETENTION)
    assert classes(example.RETENTION).count("faint") == 2


def test_colour_alone_tells_no_curve_from_another() -> None:
    """Beside each name stands where its curve ends, so that it can be found by its height."""
    said = words(example.RETENTION)
    assert said[said.index("2024") + 1] == "34%"


@pytest.mark.parametrize("shape", list(Shape))
def test_nothing_to_say_draws_nothing_or_says_so(shape: Shape) -> None:
    empty = replace(example.ACTIVE, shape=shape, points=())
    assert draw(empty, VOICE) is None
    gaps = replace(empty, points=(Point("2026", None, 0, part="1"), Point("2027", None, 2, part="2")))
    drawing = draw(gaps, VOICE)
    assert drawing is None or "nan" not in drawing.body()


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(list(Shape)),
    st.sampled_from(list(Unit)),
    st.lists(
        st.builds(
            Point,
            period=st.sampled_from(["2024", "2025", "2024-01", "2024-02", "all time", "x"]),
            value=st.none() | st.floats() | st.integers(0, 9).map(float),
            n=st.integers(0, 10**9),
            complete=st.booleans(),
            label=st.sampled_from(["", "a", "<b>&\"'", "x" * 200]),
            part=st.sampled_from(["", "0", "1", "12", "nan", "inf", "z"]),
        ),
        max_size=12,
    ),
)
def test_any_points_are_drawn_well_formed_in_whole_numbers(
    shape: Shape, unit: Unit, points: list[Point]
) -> None:
    drawing = draw(replace(example.ACTIVE, shape=shape, unit=unit, points=tuple(points)), VOICE)
    if drawing is not None:
        tree = ET.fromstring(f"<svg>{drawing.body()}</svg>")  # noqa: S314 - drawn here
        coordinates = [
            own for mark in tree for name, own in mark.attrib.items() if name in {"x", "y", "width"}
        ]
        assert all(re.fullmatch(r"-?\d+", own) for own in coordinates)


def test_every_class_that_is_drawn_has_a_style() -> None:

    css = files("folkmoot.render").joinpath("templates", "chart.css").read_text("utf-8")
    panels = [panel for page in example.example_report().pages for panel in page.panels if panel.points]
    used = {name for panel in panels for own in classes(panel) for name in own.split()}
    assert used
    assert {name for name in used if f".{name}" not in css} == set()


def test_text_is_escaped() -> None:
    drawing = Drawing()
    drawing.text(0, 0, "<script>&\"'")
    assert drawing.body() == '<text y="0">&lt;script&gt;&amp;&quot;&#x27;</text>'


def test_labels_are_moved_apart_and_stay_inside() -> None:
    placed = apart([100, 100, 104, 300], 50, 0, 300)
    assert all(b - a >= 50 for a, b in pairwise(placed))
    assert max(placed) <= 300


def test_labels_far_apart_stay() -> None:
    assert apart([10, 200], 50, 0, 300) == [10, 200]


def test_words_are_shortened_to_their_room() -> None:
    assert fitted("nnnnnnnnnn", 60, 10) == "nnnn…"
    assert fitted("nnnnn", 60, 10) == "nnnnn"
    assert fitted("nnnnn", 1, 10) == "…"


def test_letters_differ_in_width() -> None:
    assert length("iii") < length("nnn") < length("NNN") < length("mmm") < length("李李李")
    assert length("e\u0301") == length("e")


def test_long_words_are_broken_into_lines() -> None:
    assert broken("nnnn nnnn nnnn nnnn", 110, 10) == ["nnnn nnnn", "nnnn nnnn"]
    assert broken("nnnn nnnn nnnn nnnn nnnn", 110, 10) == ["nnnn nnnn", "nnnn nnnn…"]
    assert broken("", 110, 10) == []


@pytest.mark.parametrize(
    ("values", "unit", "top"),
    [([7], Unit.PEOPLE, 8), ([1], Unit.PEOPLE, 2), ([], Unit.PEOPLE, 1), ([0.61], Unit.SHARE, 0.8),
     ([0.97], Unit.SHARE, 1), ([1733], Unit.COMMITS, 2000), ([3.3], Unit.DAYS, 4)],
)  # fmt: skip
def test_scales_end_on_round_numbers(values: list[float], unit: Unit, top: float) -> None:
    assert rounded_top(values, unit) == pytest.approx(top)


def test_a_scale_of_one_value_does_not_divide_by_zero() -> None:
    assert Scale(3, 3, 0, 100)(3) == 0


def test_years_are_marked_sparsely() -> None:
    marks = year_ticks(2005 * 12, 2026 * 12 + 5, 12, 6)
    assert [year for _, year in marks] == ["2005", "2010", "2015", "2020", "2025"]
