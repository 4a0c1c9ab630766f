"""A share of the last 12 months."""

import pytest

from folkmoot.model.page import Point
from folkmoot.views.headlines.last_year_share import SENTENCES, tell
from views.looking import LAST_YEAR, monthly, panel


def test_the_share_is_told_as_a_percentage() -> None:
    shown = panel("weekend-work", [*monthly([0.9] * 3), Point(LAST_YEAR, 0.254, 20)])
    assert str(tell(shown)).startswith("25% of the last 12 months' commits were made at weekends")


def test_what_is_known_of_some_only_says_of_how_many() -> None:
    assert "Of the 30 changes" in str(tell(panel("self-merged", [Point(LAST_YEAR, 0.5, 30)])))


@pytest.mark.parametrize("metric", sorted(SENTENCES))
def test_few_have_no_share(metric: str) -> None:
    assert tell(panel(metric, [Point(LAST_YEAR, 0.5, 19)])) == ""
    assert tell(panel(metric, [Point(LAST_YEAR, 0.5, 20)])) != ""


def test_a_year_without_anything_has_none() -> None:
    assert tell(panel("off-hours", monthly([0.5] * 24))) == ""


def test_a_year_without_a_value_is_passed_over() -> None:
    points = [Point(LAST_YEAR, None, 50), Point(LAST_YEAR, 0.5, 50)]
    assert str(tell(panel("off-hours", points))).startswith("50% of")
