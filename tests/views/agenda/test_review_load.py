"""Reviewing that rests on one person."""

import pytest

from folkmoot.model.page import Point
from folkmoot.views.agenda.review_load import raised
from views.looking import LAST_YEAR, panel, told


def look(value: float | None, n: int):
    return told(panel("top-reviewer-share", [Point(LAST_YEAR, value, n)]))


def test_most_by_one_is_raised_without_a_name() -> None:
    finding = raised(look(0.72, 60))
    assert str(finding.title) == "One person gave 72% of the reviews of the last 12 months."
    assert str(finding.evidence[0]) == "Reviews in the last 12 months: 60."


@pytest.mark.parametrize(("value", "n"), [(0.59, 60), (0.9, 29), (None, 3)])
def test_shared_few_or_unknown_is_not(value: float | None, n: int) -> None:
    assert raised(look(value, n)) is None


def test_six_in_ten_of_thirty_are_most() -> None:
    assert raised(look(0.6, 30)) is not None


def test_without_a_forge_nothing_is_said() -> None:
    assert raised(told()) is None
