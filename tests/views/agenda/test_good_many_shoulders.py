"""Good news: many shoulders."""

import pytest

from folkmoot.model.check import Outcome
from folkmoot.model.page import Point
from folkmoot.views.agenda.good_many_shoulders import raised
from views.looking import LAST_YEAR, panel, told


def look(people: float, commits: int):
    return told(panel("contributor-absence-factor", [Point(LAST_YEAR, people, commits)]))


def test_five_people_behind_half_are_good_news() -> None:
    finding = raised(look(5, 50))
    assert finding.outcome is Outcome.YES
    assert "50 commits came from 5 people" in str(finding.title)


@pytest.mark.parametrize(("people", "commits"), [(4, 500), (9, 49)])
def test_four_or_little_work_are_not(people: float, commits: int) -> None:
    assert raised(look(people, commits)) is None


def test_a_silent_year_is_no_good_news() -> None:
    assert raised(told()) is None
