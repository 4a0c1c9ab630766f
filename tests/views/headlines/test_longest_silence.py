"""The longest time without a commit."""

from folkmoot.model.page import Point
from folkmoot.views.headlines.longest_silence import tell
from views.looking import ALL_TIME, panel


def test_days_are_whole() -> None:
    shown = panel("longest-silence", [Point("2025", 12, 9), Point(ALL_TIME, 40.6, 99)])
    assert str(tell(shown)) == "The longest time without a commit was 41 days."


def test_a_night_is_no_silence() -> None:
    assert tell(panel("longest-silence", [Point(ALL_TIME, 1.9, 99)])) == ""


def test_a_year_alone_is_not_all_time() -> None:
    assert tell(panel("longest-silence", [Point("2025", 12, 9)])) == ""
