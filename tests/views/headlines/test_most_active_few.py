"""How much came from three people."""

import pytest

from folkmoot.model.page import Point
from folkmoot.views.headlines.most_active_few import tell
from views.looking import LAST_YEAR, panel


def few(share: float, commits: int, label: str = "top 3"):
    return panel("contribution-concentration", [Point(LAST_YEAR, share, commits, label=label)])


def test_three_people_are_told_without_their_names() -> None:
    assert str(tell(few(0.625, 40))) == "Three people made 62% of the last 12 months' 40 commits."


@pytest.mark.parametrize(
    ("share", "commits", "label"), [(1.0, 40, "top 3"), (0.5, 19, "top 3"), (0.9, 40, "top 7")]
)
def test_arithmetic_is_not_news(share: float, commits: int, label: str) -> None:
    assert tell(few(share, commits, label)) == ""


def test_twenty_commits_are_enough_and_a_gap_says_nothing() -> None:
    assert "20 commits" in str(tell(few(0.5, 20)))
    gap = Point(LAST_YEAR, None, 40, label="top 3")
    assert tell(panel("contribution-concentration", [gap])) == ""
