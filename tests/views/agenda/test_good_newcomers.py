"""Good news: people keep coming."""

import pytest

from folkmoot.model.check import Outcome
from folkmoot.views.agenda.good_newcomers import raised
from views.looking import monthly, panel, told


def look(before: int, now: int):
    return told(panel("new-contributors", monthly([before] * 12 + [now] * 12)))


def test_as_many_as_the_year_before_are_good_news() -> None:
    finding = raised(look(2, 2))
    assert finding.outcome is Outcome.YES
    assert "24 contributed for the first time in the 12 months to 2025-12, after 24" in str(finding.title)


@pytest.mark.parametrize(("before", "now"), [(3, 2), (0, 0)])
def test_fewer_or_hardly_any_are_not(before: int, now: int) -> None:
    assert raised(look(before, now)) is None


def test_a_young_project_is_not_compared() -> None:
    assert raised(told(panel("new-contributors", monthly([5] * 12)))) is None


@pytest.mark.parametrize(("coming", "is_raised"), [(10, True), (9, False)])
def test_ten_in_a_year_are_news(coming: int, is_raised: bool) -> None:
    assert (raised(told(panel("new-contributors", monthly([0] * 23 + [coming])))) is not None) is is_raised


def test_of_a_clone_that_is_old_the_months_it_saw_are_compared() -> None:
    """It was fetched last at the end of 2025: 24 newcomers after 24, and what came since nobody has seen."""
    seen = 1_767_225_600 - 86_400  # 2025-12-31
    shown = panel("new-contributors", monthly([2] * 25 + [0] * 6, first="2023-12"))
    finding = raised(told(shown, last_seen=seen, as_of=seen + 86_400 * 180))
    assert "24 contributed for the first time in the 12 months to 2025-11" in str(finding.title)
