"""Months with far more stars than usual."""

import pytest

from folkmoot.model.check import Outcome
from folkmoot.model.page import Point
from folkmoot.views.agenda.unusual_attention import raised
from views.looking import panel, told


def look(*points: Point):
    return told(panel("unusual-attention", points))


def test_an_unusual_month_is_something_to_find_out() -> None:
    finding = raised(look(Point("2025-12", 0.1, 9, label="stars"), Point("2026-01", 8.0, 240, label="stars")))
    assert str(finding.title) == "2026-01 brought 240 stars, far more than usual."
    assert finding.outcome is Outcome.UNKNOWN


def test_forks_count_too() -> None:
    assert "50 forks" in str(raised(look(Point("2026-01", 4.0, 50, label="forks"))).title)


@pytest.mark.parametrize(
    "points",
    [
        (Point("2026-01", 3.4, 240, label="stars"),),
        (Point("2026-01", 9.0, 19, label="stars"),),
        (Point("2025-12", 9.0, 240, label="stars"), Point("2026-01", 0.0, 10, label="stars")),
        (Point("2026-01", 9.0, 240, complete=False, label="stars"),),
    ],
    ids=["usual", "few", "over", "not over"],
)
def test_usual_few_past_or_unfinished_is_not(points: tuple[Point, ...]) -> None:
    assert raised(look(*points)) is None


TODAY = 1_771_200_000
"""2026-02-16, the day on which the counts are looked at."""


def by_day(*points: tuple[str, float, int]):
    shown = panel("stars-unusual-days", [Point(day, far, n, label="gained") for day, far, n in points])
    return raised(told(shown, as_of=TODAY))


def test_where_nobody_tells_of_months_a_day_that_was_counted_does() -> None:
    finding = by_day(("2026-02-01", 0.1, 3), ("2026-02-02", 8.0, 240), ("2026-02-16", 0.1, 3))
    assert str(finding.title) == "2026-02-02 brought 240 stars, far more than usual."
    assert finding.panels == ("stars-unusual-days", "stars-from-day-to-day")


@pytest.mark.parametrize(
    "point",
    [("2026-02-02", 3.4, 240), ("2026-02-02", 9.0, 19), ("2026-02-01", 9.0, 240)],
    ids=["usual", "few", "over two weeks ago"],
)
def test_a_usual_small_or_past_day_is_not(point: tuple[str, float, int]) -> None:
    assert by_day(point) is None


def test_stars_taken_back_are_no_attention() -> None:
    shown = panel("stars-unusual-days", [Point("2026-02-02", -9.0, 240, label="lost")])
    assert raised(told(shown, as_of=TODAY)) is None
