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
