"""The hour with the most commits."""

from folkmoot.model.page import Point
from folkmoot.views.headlines.busiest_hour import tell
from views.looking import ALL_TIME, LAST_YEAR, panel


def hours(*cells: tuple[str, str, int], period: str = LAST_YEAR):
    points = [Point(period, value, value, label=day, part=hour) for day, hour, value in cells]
    return panel("working-hours", points)


def test_the_days_are_added_up() -> None:
    """Monday at 9 is the fullest cell with 40, but 14 o'clock has 30 + 30."""
    sentence = tell(hours(("Mon", "9", 40), ("Mon", "14", 30), ("Tue", "14", 30)))
    assert "began at 14:00" in str(sentence)


def test_two_hours_with_as_many_commits_are_both_named() -> None:
    sentence = tell(hours(("Mon", "13", 50), ("Tue", "9", 50), ("Wed", "8", 49)))
    assert "began at 9:00 and at 13:00" in str(sentence)


def test_three_equal_hours_stand_out_no_more() -> None:
    assert tell(hours(("Mon", "13", 50), ("Tue", "9", 50), ("Wed", "8", 50))) == ""


def test_few_commits_have_no_busiest_hour() -> None:
    assert tell(hours(("Mon", "9", 99))) == ""


def test_only_the_last_year_is_meant() -> None:
    assert tell(hours(("Mon", "9", 500), period=ALL_TIME)) == ""


def test_an_hour_without_a_number_counts_as_none() -> None:
    points = [Point(LAST_YEAR, None, 0, part="9"), Point(LAST_YEAR, 100, 100, part="14")]
    assert "began at 14:00" in str(tell(panel("working-hours", points)))
