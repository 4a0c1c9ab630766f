"""Which bars and numbers of a panel are drawn, and what stands beside them."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

import example_report as example
import pytest

from folkmoot.model.metric import Better, Shape, Unit
from folkmoot.model.page import Panel, Point
from folkmoot.render.charts import draw
from folkmoot.render.charts.breakdown import telling
from folkmoot.render.voice import Voice


def drawn(panel: Panel) -> ET.Element:
    """Give the drawing of a panel as a tree, which proves that it is well-formed."""
    drawing = draw(panel, Voice())
    assert drawing is not None
    return ET.fromstring(f"<svg>{drawing.body()}</svg>")  # noqa: S314 - drawn here


def words(panel: Panel) -> list[str]:
    return [text.text or "" for text in drawn(panel).iter("text")]


def test_the_largest_stay_in_their_order() -> None:
    points = [Point("x", value, 1, label=str(at)) for at, value in enumerate((1.0, 9.0, None, 5.0))]
    assert [point.label for point in telling(points, Better.NEITHER, 2)] == ["1", "3"]


def test_where_more_is_better_the_smallest_are_drawn() -> None:
    """A directory that hangs on one person must not be hidden behind those that rest on many."""
    points = [Point("x", value, 1, label=str(at)) for at, value in enumerate((1.0, 9.0, None, 5.0))]
    assert [point.label for point in telling(points, Better.HIGHER, 2)] == ["0", "3"]
    assert [point.label for point in telling(points, Better.HIGHER, 3)] == ["0", "1", "3"]


def test_of_equal_ones_those_with_more_behind_them_are_drawn() -> None:
    points = [Point("x", 1.0, n, label=str(n)) for n in (5, 80, 7, 60)]
    assert [point.label for point in telling(points, Better.HIGHER, 2)] == ["80", "60"]


@pytest.mark.parametrize(
    ("sql", "periods", "is_now"),
    [
        ("select 0 as period", ["all time"], True),
        ("select 0 as period from clock k where k.year_ago_ts > 0", ["all time"], False),
        ("select 0 as period", ["all time", "last 12 months"], False),
    ],
)
def test_how_things_stand_is_not_called_all_time(sql: str, periods: list[str], is_now: bool) -> None:
    """Orphaned files are counted today; an elephant factor is of all time, or of the last year."""
    points = tuple(Point(period, 0.25, 40) for period in periods)
    one = replace(example.OWNERS, shape=Shape.SINGLE, unit=Unit.SHARE, points=points, sql=sql)
    assert ("all time" in words(one)) is not is_now
    assert ("now" in words(one)) is is_now
    assert "n = 40" in words(one)


def test_the_last_year_alone_is_named_and_all_time_alone_is_not() -> None:
    for period, is_named in (("last 12 months", True), ("all time", False)):
        one = replace(example.OWNERS, points=(Point(period, 3.0, 9, label="a"),))
        assert (period in words(one)) is is_named


def test_the_largest_count_fills_its_track() -> None:
    """Half a track for "1" reads as half of something."""
    points = tuple(Point("all time", value, 9, label=f"part {value}") for value in (1.0, 7.0))
    shown = drawn(replace(example.KINDS, unit=Unit.PEOPLE, points=points))
    (bars,) = [path.get("d", "") for path in shown.iter("path") if path.get("class") == "fill1"]
    assert "h1600v" in bars


def test_every_number_of_a_list_has_its_unit() -> None:
    points = (Point("last 12 months", 3.0, 9, label="left"), Point("last 12 months", 1.0, 9, label="right"))
    said = words(replace(example.SECOND, unit=Unit.PEOPLE, points=points))
    assert {"people · left", "person · right"} <= set(said)


def test_hours_are_said_to_be_hours() -> None:
    points = (
        Point("last 12 months", 0.88, 8, label="median"),
        Point("last 12 months", 1992.0, 8, label="p90"),
    )
    said = words(replace(example.SECOND, unit=Unit.HOURS, points=points))
    assert {"hours · median", "hours · nine in ten"} <= set(said)
    assert "83 days · last 12 months · n = 8" in said
