"""Good news: years without a break."""

import pytest

from folkmoot.model.check import Outcome
from folkmoot.views.agenda.good_years import raised
from views.looking import monthly, panel, told

DAY = 86_400


def look(*active: int, silent: int = 3):
    shown = panel("active-contributors", monthly(active, first="2015-01"))
    moments = {"last_commit": 1000 * DAY, "last_seen": 1000 * DAY, "as_of": (1000 + silent) * DAY}
    return told(shown, **moments)


def test_five_years_of_months_with_somebody_at_work_are_good_news() -> None:
    finding = raised(look(0, *[1] * 60))
    assert finding.outcome is Outcome.YES
    assert str(finding.title) == "Somebody has contributed in every month of the last 5 years."


def test_a_break_begins_the_count_anew() -> None:
    assert raised(look(*[1] * 70, 0, *[1] * 59)) is None


@pytest.mark.parametrize(("silent", "is_raised"), [(60, True), (61, False)])
def test_a_silent_project_has_its_break_now(silent: int, is_raised: bool) -> None:
    """Words were spoken yesterday, so that the clone is fresh; the last commit is two months old."""
    seen = 20_600 * DAY  # in May 2026
    shown = panel("active-contributors", monthly([1] * 90, first="2018-01"))
    moments = {"last_commit": seen - silent * DAY, "last_seen": seen, "as_of": seen}
    assert (raised(told(shown, **moments)) is not None) is is_raised


def test_months_that_a_clone_has_not_seen_are_no_break() -> None:
    seen = 1_767_225_600 - DAY  # 2025-12-31
    shown = panel("active-contributors", monthly([1] * 60 + [0] * 2, first="2020-12"))
    assert raised(told(shown, last_commit=seen, last_seen=seen, as_of=seen + 59 * DAY)) is not None


def test_a_young_project_has_to_wait() -> None:
    assert raised(told()) is None
