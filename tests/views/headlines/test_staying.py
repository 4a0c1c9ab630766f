"""How many newcomers were still there a year later."""

from folkmoot.model.page import Point
from folkmoot.views.headlines.staying import tell
from views.looking import ALL_TIME, panel


def curve(*points: tuple[str, str, float]):
    return panel(
        "contributor-retention",
        [Point(ALL_TIME, value, 40, label=year, part=part) for year, part, value in points],
    )


def test_the_newest_year_that_can_be_watched_is_told() -> None:
    shown = curve(("2022", "12", 0.5), ("2023", "12", 0.25), ("2024", "6", 0.9))
    assert str(tell(shown)) == (
        "Of the 40 people who came in 2023, 25% still contributed a year after their first time or later."
    )


def test_nobody_left_is_said_without_percent() -> None:
    assert str(tell(curve(("2023", "12", 0.0)))) == (
        "Of the 40 people who came in 2023, none contributed a year after their first time or later."
    )


def test_a_curve_that_falls_to_nobody_within_the_year_is_told_too() -> None:
    shown = curve(("2022", "12", 0.5), ("2023", "3", 0.1), ("2023", "6", 0.0))
    assert str(tell(shown)).startswith("Of the 40 people who came in 2023, none contributed")


def test_a_year_after_which_not_all_have_had_a_year_is_passed_over() -> None:
    """Those who came in December 2025 may still come back: in February 2026 nobody knows."""
    shown = curve(("2023", "12", 0.5), ("2025", "3", 0.1), ("2025", "6", 0.0))
    assert "who came in 2023, 50%" in str(tell(shown))
    assert tell(curve(("2025", "6", 0.0))) == ""


def test_nobody_after_more_than_a_year_says_nothing_of_the_year() -> None:
    shown = curve(("2022", "12", 0.5), ("2023", "12", 0.25), ("2023", "15", 0.0))
    assert "who came in 2023, 25%" in str(tell(shown))


def test_newcomers_of_long_ago_are_no_news() -> None:
    assert tell(curve(("2015", "12", 0.5))) == ""
    assert "who came in 2016" in str(tell(curve(("2016", "12", 0.5))))


def test_half_a_year_is_not_a_year() -> None:
    assert tell(curve(("2024", "6", 0.9), ("2024", "11", 0.8))) == ""


def test_a_year_that_nobody_could_watch_is_passed_over() -> None:
    points = [
        Point(ALL_TIME, 0.5, 40, label="2022", part="12"), Point(ALL_TIME, None, 3, label="2023", part="12"),
    ]  # fmt: skip
    assert "who came in 2022, 50%" in str(tell(panel("contributor-retention", points)))
