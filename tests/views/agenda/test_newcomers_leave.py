"""Newcomers come back less often than the year before."""

from folkmoot.model.page import Point
from folkmoot.views.agenda.newcomers_leave import raised
from views.looking import panel, told


def look(*years: tuple[str, float, int, float, float]):
    points = [Point(year, value, n, low=low, high=high) for year, value, n, low, high in years]
    return told(panel("second-contribution", points))


EARLIER = ("2024", 0.5, 100, 0.4, 0.6)


def test_a_clear_fall_is_raised() -> None:
    finding = raised(look(EARLIER, ("2025", 0.2, 90, 0.13, 0.3)))
    assert str(finding.title) == (
        "Of the newcomers of 2025, 20% came a second time within 90 days; of those of 2024, 50%."
    )
    assert str(finding.evidence[0]) == (
        "Newcomers of 2025: 90, of 2024: 100; the difference is beyond chance."
    )


def test_a_year_of_few_newcomers_between_is_passed_over_and_not_called_the_year_before() -> None:
    between = ("2024", 0.9, 14, 0.6, 1.0)
    finding = raised(look(("2023", 0.5, 100, 0.4, 0.6), between, ("2025", 0.2, 15, 0.05, 0.39)))
    assert str(finding.evidence[0]).startswith("Newcomers of 2025: 15, of 2023: 100;")


def test_intervals_that_meet_are_chance() -> None:
    assert raised(look(EARLIER, ("2025", 0.35, 60, 0.25, 0.45))) is None


def test_a_rise_is_no_fall() -> None:
    assert raised(look(("2024", 0.2, 90, 0.13, 0.3), ("2025", 0.5, 100, 0.4, 0.6))) is None


def test_few_newcomers_say_little() -> None:
    assert raised(look(EARLIER, ("2025", 0.0, 14, 0.0, 0.2))) is None


def test_old_news_are_no_news() -> None:
    assert raised(look(("2021", 0.5, 100, 0.4, 0.6), ("2022", 0.2, 90, 0.13, 0.3))) is None


def test_one_year_has_nothing_to_stand_beside() -> None:
    assert raised(look(EARLIER)) is None
