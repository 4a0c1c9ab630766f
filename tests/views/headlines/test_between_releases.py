"""The time between two releases over the whole history."""

from folkmoot.model.page import Point
from folkmoot.views.headlines.between_releases import tell
from views.looking import ALL_TIME, panel


def test_the_whole_history_speaks_where_single_years_have_too_few() -> None:
    shown = panel("time-between-releases", [Point("2025", None, 4), Point(ALL_TIME, 120.5, 35)])
    assert str(tell(shown)) == "Of the 35 times between two releases so far, half were 121 days or less."


def test_a_release_a_day_needs_no_sentence() -> None:
    assert tell(panel("time-between-releases", [Point(ALL_TIME, 1.9, 99)])) == ""
    assert str(tell(panel("time-between-releases", [Point(ALL_TIME, 2, 99)]))).endswith("2 days or less.")


def test_too_few_in_all_say_nothing() -> None:
    assert tell(panel("time-between-releases", [Point("2025", 30, 9), Point(ALL_TIME, None, 4)])) == ""
