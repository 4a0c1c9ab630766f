"""The longest time without a commit."""

from folkmoot.model.page import Point
from folkmoot.views.headlines.longest_silence import tell
from views.looking import ALL_TIME, panel


def test_days_are_whole() -> None:
    shown = panel("longest-silence", [Point("2025", 12, 9), Point(ALL_TIME, 40.6, 99)])
    assert str(tell(shown)) == "The longest time without a commit by a person was 41 days."


def test_a_silence_of_long_ago_is_dated() -> None:
    shown = panel(
        "longest-silence", [Point("2009", 40.6, 9), Point("2025", 12, 9), Point(ALL_TIME, 40.6, 99)]
    )
    assert str(tell(shown)) == "The longest time without a commit by a person was 41 days, and ended in 2009."


def test_a_silence_that_may_go_on_has_not_ended() -> None:
    shown = panel("longest-silence", [Point("2026", 40.6, 9, complete=False), Point(ALL_TIME, 40.6, 99)])
    assert str(tell(shown)) == "The longest time without a commit by a person was 41 days."


def test_a_night_is_no_silence() -> None:
    assert tell(panel("longest-silence", [Point(ALL_TIME, 1.9, 99)])) == ""


def test_a_year_alone_is_not_all_time() -> None:
    assert tell(panel("longest-silence", [Point("2025", 12, 9)])) == ""


def test_two_days_are_a_silence() -> None:
    assert str(tell(panel("longest-silence", [Point(ALL_TIME, 2, 99)]))).endswith("was 2 days.")


def test_of_a_time_without_a_value_nothing_is_said() -> None:
    assert tell(panel("longest-silence", [Point(ALL_TIME, None, 99)])) == ""
