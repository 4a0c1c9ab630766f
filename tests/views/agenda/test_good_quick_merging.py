"""Good news: contributors do not wait long."""

import pytest

from folkmoot.model.check import Outcome
from folkmoot.model.page import Point
from folkmoot.views.agenda.good_quick_merging import raised
from views.looking import LAST_YEAR, panel, told


def look(days: float, n: int = 50):
    return told(panel("time-to-merge", [Point(LAST_YEAR, days, n, label="median")]))


@pytest.mark.parametrize(
    ("days", "said"),
    [(0.01, "two hours"), (2 / 24, "two hours"), (0.084, "3 hours"), (0.5, "12 hours"), (1.99, "48 hours")],
)
def test_less_than_two_days_are_good_news(days: float, said: str) -> None:
    finding = raised(look(days))
    assert finding.outcome is Outcome.YES
    assert f"waited {said} or less" in str(finding.title)


def test_longer_or_few_are_not() -> None:
    assert raised(look(2.0)) is None
    assert raised(look(0.1, n=49)) is None


@pytest.mark.parametrize(("share", "is_raised"), [(0.5, True), (0.51, False)])
def test_who_merges_their_own_has_answered_nobody(share: float, is_raised: bool) -> None:
    shown = told(
        panel("time-to-merge", [Point(LAST_YEAR, 0.1, 60, label="median")]),
        panel("self-merged", [Point(LAST_YEAR, share, 60)]),
    )
    assert (raised(shown) is not None) is is_raised


@pytest.mark.parametrize(("minutes", "is_raised"), [(11, True), (9, False)])
def test_what_is_opened_to_be_merged_has_waited_for_nobody(minutes: int, is_raised: bool) -> None:
    """Ten minutes at the median, now or the year before: robots bring in what was reviewed elsewhere."""
    assert (raised(look(minutes / 1_440)) is not None) is is_raised
    shown = told(
        panel(
            "time-to-merge",
            [Point(LAST_YEAR, 0.08, 60, label="median"), Point("2025", minutes / 1_440, 60, label="median")],
        )
    )
    assert (raised(shown) is not None) is is_raised


def test_invisible_changes_are_not() -> None:
    assert raised(told()) is None
