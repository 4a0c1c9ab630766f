"""Fewer people come than a year ago."""

import pytest

from folkmoot.model.page import Point
from folkmoot.views.agenda.fewer_newcomers import raised
from views.looking import monthly, panel, told


def look(before: float, now: float, *, silent_months: int = 0):
    """Newcomers a month in two years that are over, and months without anything in an old clone."""
    values = [before] * 12 + [now] * 12 + [0] * silent_months
    shown = panel("new-contributors", monthly(values))
    seen = 1_767_225_600 - 86_400  # 2025-12-31
    return told(shown, last_seen=seen + 86_400, as_of=seen + 86_400 * (1 + 30 * silent_months))


def test_a_fall_beyond_chance_is_raised_with_both_years() -> None:
    finding = raised(look(5, 2))
    assert str(finding.title) == (
        "Fewer newcomers: 24 in the 12 months to 2025-12, 60 in the 12 months before."
    )
    assert "good first issue" in str(finding.remedy)


@pytest.mark.parametrize(("before", "now"), [(5, 4), (5, 5), (2, 5), (0.5, 0), (1, 0.5)])
def test_small_differences_and_small_numbers_are_not(before: float, now: float) -> None:
    assert raised(look(before, now)) is None


def test_an_old_clone_has_no_fewer_newcomers() -> None:
    """Six months were never fetched; without looking at that, 30 newcomers would stand beside 60."""
    assert raised(look(5, 5, silent_months=6)) is None


def test_without_two_years_there_is_nothing_to_compare() -> None:
    assert raised(told(panel("new-contributors", monthly([9] * 20)))) is None


@pytest.mark.parametrize(("so_far", "is_raised"), [(12, True), (13, False)])
def test_newcomers_of_the_month_that_is_not_over_may_turn_it(so_far: int, is_raised: bool) -> None:
    """24 after 60 is less than six in ten; 37 is more."""
    points = [*monthly([5] * 12 + [2] * 12), Point("2026-01", so_far, so_far, complete=False)]
    assert (raised(told(panel("new-contributors", points))) is not None) is is_raised


@pytest.mark.parametrize(("before", "now", "is_raised"), [(5, 3, True), (5, 3.1, False), (1, 0, True)])
def test_six_in_ten_of_twelve_or_more_are_few(before: float, now: float, is_raised: bool) -> None:
    """36 after 60 differ by 24, two deviations of 96 are 19.6; none after 12 by 12, those of 12 are 6.9."""
    assert (raised(look(before, now)) is not None) is is_raised
