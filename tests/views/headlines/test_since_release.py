"""How old the newest release is."""

import pytest

from folkmoot.model.page import Point
from folkmoot.views.headlines.since_release import EARLY, TODAY, tell
from views.looking import ALL_TIME, panel


@pytest.mark.parametrize(
    ("days", "said"), [(0.4, TODAY), (1.2, ""), (40.2, "The newest final release known here is 40 days old.")]
)
def test_days_are_told_in_whole_sentences(days: float, said: str) -> None:
    assert str(tell(panel("days-since-release", [Point(ALL_TIME, days, 9)]))) == said


def test_the_pace_is_a_multiple_of_the_usual() -> None:
    """It is rounded as the figure is that stands below it."""
    for value, times in ((2.543, "2.54"), (3.001, "3")):
        shown = panel("release-pace", [Point(ALL_TIME, value, 9)])
        assert str(tell(shown)) == f"The time since the newest final release is {times} times the usual one."


def test_nothing_is_told_to_be_0_times_the_usual() -> None:
    assert tell(panel("release-pace", [Point(ALL_TIME, 0.003, 9)])) == EARLY


def test_an_old_clone_cannot_tell_the_pace() -> None:
    shown = panel("release-pace", [Point(ALL_TIME, 9, 9)], data_until="2025-01-01", freshness="2026-01-01")
    assert tell(shown) == ""


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0.99, TODAY), (1.0, ""), (1.49, ""), (1.51, "The newest final release known here is 2 days old."),
        (2.4, "The newest final release known here is 2 days old."),
    ],
)  # fmt: skip
def test_of_a_single_day_nothing_is_said(days: float, said: str) -> None:
    assert str(tell(panel("days-since-release", [Point(ALL_TIME, days, 9)]))) == said


def test_without_a_value_nothing_is_said() -> None:
    for metric in ("days-since-release", "release-pace"):
        assert tell(panel(metric, [Point(ALL_TIME, None, 9)])) == ""
