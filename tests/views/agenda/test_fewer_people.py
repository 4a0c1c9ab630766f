"""Fewer people are active than a year ago."""

import pytest

from folkmoot.views.agenda.fewer_people import raised
from views.looking import monthly, panel, told


def look(before: int, now: int):
    return told(
        panel("active-contributors", monthly([before] * 12 + [now] * 12)),
        panel("commits", monthly([40] * 12 + [50] * 12, label="commits")),
    )


def test_a_fall_is_raised_beside_the_work() -> None:
    finding = raised(look(10, 6))
    assert str(finding.title) == (
        "Fewer contributors in a typical month: 6 in the year to 2025-12, 10 in the year before."
    )
    assert str(finding.evidence[0]) == "Commits in the same two years: 600, after 480."


@pytest.mark.parametrize(("before", "now"), [(10, 8), (4, 1), (10, 12), (0, 0)])
def test_what_stays_grows_or_was_small_is_not(before: int, now: int) -> None:
    assert raised(look(before, now)) is None


def test_two_years_are_needed() -> None:
    assert raised(told(panel("active-contributors", monthly([9] * 12 + [1] * 11)))) is None


def test_the_work_may_be_unknown() -> None:
    shown = panel("active-contributors", monthly([10] * 12 + [5] * 12))
    assert raised(told(shown, panel("commits", []))).evidence == ()
