"""A project that names its reviewers names them less often."""

import pytest

from folkmoot.model.page import Point
from folkmoot.views.agenda.fewer_reviews import raised
from views.looking import panel, told


def look(before: float, now: float, *, n: int = 100, newest: int = 2025):
    points = [Point(str(newest - 1), before, n), Point(str(newest), now, n)]
    return told(panel("review-share", points))


def test_a_clear_fall_is_raised() -> None:
    finding = raised(look(0.6, 0.3))
    assert str(finding.title) == "30% of the commits of 2025 name a reviewer; of those of 2024 it was 60%."


@pytest.mark.parametrize(("before", "now"), [(0.6, 0.5), (0.29, 0.0), (0.3, 0.6)])
def test_a_small_fall_or_a_trailer_hardly_used_is_not(before: float, now: float) -> None:
    assert raised(look(before, now)) is None


def test_few_commits_say_little() -> None:
    assert raised(look(0.6, 0.3, n=99)) is None


def test_old_news_are_no_news() -> None:
    assert raised(look(0.6, 0.3, newest=2024)) is None


def test_a_project_that_reviews_elsewhere_is_left_in_peace() -> None:
    assert raised(told()) is None


@pytest.mark.parametrize(
    ("before", "now", "is_raised"), [(0.3, 0.2, True), (0.5, 0.35, True), (0.5, 0.36, False)]
)
def test_three_in_ten_less_of_a_trailer_on_three_in_ten_are_a_fall(
    before: float, now: float, is_raised: bool
) -> None:
    assert (raised(look(before, now)) is not None) is is_raised


def test_few_commits_in_one_of_the_years_say_little() -> None:
    years = [Point("2024", 0.6, 99), Point("2025", 0.3, 300)]
    assert raised(told(panel("review-share", years))) is None
