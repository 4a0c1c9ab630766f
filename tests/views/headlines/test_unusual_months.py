"""The newest unusual month is named, and its absence too."""

from folkmoot.model.page import Point
from folkmoot.views.headlines.unusual_months import NONE, NONE_OF, tell
from views.looking import panel

QUIET = [Point(f"2025-{month:02d}", 0.4, 3, label="stars") for month in range(1, 13)]


def test_the_newest_unusual_month_is_named_with_its_count() -> None:
    jumps = [Point("2026-01", 9.0, 120, label="stars"), Point("2026-02", 4.0, 15, label="forks")]
    assert str(tell(panel("unusual-attention", [*QUIET, *jumps]))) == (
        "Far more forks than usual came in 2026-02: 15."
    )


def test_fewer_than_usual_is_no_jump() -> None:
    assert (
        tell(panel("unusual-attention", [*QUIET, Point("2026-01", -5.0, 0, label="stars")]))
        == NONE_OF["stars"]
    )


def test_a_jump_long_ago_is_history() -> None:
    years = [
        Point(f"{year}-{month:02d}", 0.1, 3, label="stars") for year in (2024, 2025) for month in range(1, 13)
    ]
    assert (
        tell(panel("unusual-attention", [Point("2023-12", 20.0, 900, label="stars"), *years]))
        == (NONE_OF["stars"])
    )


def test_both_are_named_only_where_both_are_known() -> None:
    forks = [Point("2026-01", 0.4, 3, label="forks")]
    assert tell(panel("unusual-attention", [*QUIET, *forks])) == NONE
    assert tell(panel("unusual-attention", forks)) == NONE_OF["forks"]


def test_without_points_nothing_is_said() -> None:
    assert tell(panel("unusual-attention", [])) == ""


def test_a_month_at_the_bound_is_not_unusual_yet() -> None:
    at, above = (Point("2026-01", spread, 9, label="stars") for spread in (3.5, 3.51))
    assert tell(panel("unusual-attention", [*QUIET, at])) == NONE_OF["stars"]
    assert "2026-01: 9." in str(tell(panel("unusual-attention", [*QUIET, above])))
