"""How much of what lands is small."""

from dataclasses import replace

from folkmoot.model.coverage import Quality
from folkmoot.model.page import Point
from folkmoot.views.headlines.small_changes import tell
from views.looking import ALL_TIME, LAST_YEAR, panel


def sizes(*shares: float | None, period: str = LAST_YEAR):
    labels = ("XS", "S", "M", "L")
    return panel(
        "change-sizes", [Point(period, s, 40, label=w) for s, w in zip(shares, labels, strict=False)]
    )


def test_below_thirty_lines_is_small() -> None:
    assert str(tell(sizes(0.2, 0.3, 0.4, 0.1))) == (
        "50% of what landed in the last 12 months changed fewer than 30 lines."
    )


def test_nothing_small_is_an_answer() -> None:
    assert str(tell(sizes(0, 0, 1.0))).startswith("0% of what landed")


def test_too_few_and_other_periods_are_not() -> None:
    assert tell(sizes(None, None)) == ""
    assert tell(sizes(0.5, 0.5, period=ALL_TIME)) == ""


def test_of_a_young_history_it_is_what_has_landed_so_far() -> None:
    recent, always = sizes(0.2, 0.3, 0.5), sizes(0.2, 0.3, 0.5, period=ALL_TIME)
    young = replace(recent, points=recent.points + always.points)
    assert str(tell(young)) == "50% of what has landed so far changed fewer than 30 lines."
    assert "12 months" in str(tell(replace(young, coverage=Quality.LOWER_BOUND)))
    older = tuple(replace(point, n=90) for point in always.points)
    assert "12 months" in str(tell(replace(recent, points=recent.points + older)))
