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
