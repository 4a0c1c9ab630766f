"""How long changes waited."""

import pytest

from folkmoot.model.page import Point
from folkmoot.views.headlines.waiting import tell
from views.looking import ALL_TIME, LAST_YEAR, panel


def waits(middle: float | None, most: float | None, period: str = LAST_YEAR):
    return panel(
        "time-to-merge",
        [Point(period, middle, 50, label="median"), Point(period, most, 50, label="p90")],
    )


@pytest.mark.parametrize(
    ("middle", "most", "said"),
    [
        (0.05, 0.9, "waited two hours or less, nine in ten 2 days or less"),
        (2 / 24, 2.1, "waited two hours or less, nine in ten 3 days or less"),
        (0.084, 1.1, "waited 3 hours or less, nine in ten 2 days or less"),
        (1.99, 6.2, "waited 48 hours or less, nine in ten 7 days or less"),
        (0.5, 6.2, "waited 12 hours or less, nine in ten 7 days or less"),
        (9.74, 479.6, "waited 9.8 days or less, nine in ten 480 days or less"),
        (9.7, 20, "waited 9.7 days or less, nine in ten 20 days or less"),
        (2, 2, "waited 2 days or less, nine in ten 2 days or less"),
        (10.2, 11.01, "waited 11 days or less, nine in ten 12 days or less"),
    ],
)
def test_hours_are_told_where_days_would_be_too_coarse(middle: float, most: float, said: str) -> None:
    assert said in str(tell(waits(middle, most)))


def test_too_few_changes_are_not_told() -> None:
    assert tell(waits(None, None)) == ""
    assert tell(waits(1.0, None)) == ""


def test_only_the_last_year_is_meant() -> None:
    assert tell(waits(1, 2, ALL_TIME)) == ""
