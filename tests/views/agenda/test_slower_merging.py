"""Changes wait longer than they did."""

import pytest

from folkmoot.model.page import Point
from folkmoot.views.agenda.slower_merging import raised
from views.looking import LAST_YEAR, panel, told


def look(before: float, now: float, *, n: int = 30, year: str = "2024"):
    points = [Point(year, before, 40, label="median"), Point(LAST_YEAR, now, n, label="median")]
    return told(panel("time-to-merge", points))


def test_twice_as_long_is_raised() -> None:
    finding = raised(look(3, 7.24))
    assert str(finding.title) == (
        "Half of the changes merged in the last 12 months waited 7.2 days or more, against 3 in 2024."
    )
    assert str(finding.evidence[0]) == "30 changes in the last 12 months, 40 in that year."


def test_half_is_not_said_to_have_waited_for_longer_than_it_did() -> None:
    assert "waited 13 days or more, against 3.1 in" in str(raised(look(3.19, 13.9)).title)


def test_less_than_a_day_is_not_called_nothing() -> None:
    finding = raised(look(0.02, 8.9))
    assert str(finding.title) == (
        "Half of the changes merged in the last 12 months waited 8.9 days or more, against less than a day "
        "in 2024."
    )


@pytest.mark.parametrize(("before", "now", "n"), [(4, 7.9, 99), (0.5, 6.9, 99), (3, 9, 29)])
def test_a_little_longer_still_short_or_few_is_not(before: float, now: float, n: int) -> None:
    assert raised(look(before, now, n=n)) is None


def test_a_year_that_overlaps_the_last_months_is_not_compared() -> None:
    assert raised(look(3, 9, year="2025")) is None


def test_without_changes_nothing_is_slow() -> None:
    assert raised(told()) is None


def test_a_week_is_long_and_a_year_of_few_is_not_compared() -> None:
    assert raised(look(3.5, 7.0)) is not None
    points = [Point("2024", 3, 29, label="median"), Point(LAST_YEAR, 9, 99, label="median")]
    assert raised(told(panel("time-to-merge", points))) is None
