"""The newest day on which far more stars than usual came or went is named."""

from folkmoot.model.page import Point
from folkmoot.views.headlines.unusual_days import NONE, tell
from views.looking import panel

QUIET = Point("2026-01-16", 0.4, 3, label="gained")
JUMP = Point("2026-01-17", 9.0, 120, label="gained")
FALL = Point("2026-01-18", -4.0, 15, label="lost")


def said(*points: Point) -> str:
    return str(tell(panel("stars-unusual-days", points)))


def test_the_newest_unusual_day_is_named_with_its_count() -> None:
    assert said(QUIET, JUMP) == "Far more stars than usual came on 2026-01-17: 120."


def test_stars_taken_back_are_named_as_that() -> None:
    assert said(QUIET, JUMP, FALL) == "Far more stars than usual were taken back on 2026-01-18: 15."


def test_a_day_that_only_gained_less_than_ever_took_nothing() -> None:
    assert said(QUIET, Point("2026-01-17", -9.0, 2, label="gained")) == NONE


def test_a_day_at_the_bound_is_not_unusual_yet() -> None:
    assert said(Point("2026-01-17", 3.5, 9, label="gained")) == NONE


def test_without_points_nothing_is_said() -> None:
    assert said() == ""
