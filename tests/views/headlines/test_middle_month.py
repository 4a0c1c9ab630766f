"""People in a typical month."""

from folkmoot.views.headlines.middle_month import tell
from views.looking import monthly, panel


def test_two_years_stand_side_by_side() -> None:
    shown = panel("active-contributors", monthly([3] * 12 + [5] * 12))
    assert (
        str(tell(shown)) == "Contributors in a typical month: 5 in the year to 2025-12, 3 in the year before."
    )


def test_one_busy_month_does_not_decide() -> None:
    shown = panel("active-contributors", monthly([3] * 12 + [5] * 11 + [500]))
    assert ": 5 in the year" in str(tell(shown))


def test_months_of_silence_before_the_clock_count_as_such() -> None:
    shown = panel(
        "active-contributors",
        monthly([3] * 12 + [5] * 12 + [0] * 7),
        data_until="2026-01-09",
        freshness="2026-08-01",
    )
    assert ": 0 in the year to 2026-07, 5 in the year before" in str(tell(shown))


def test_a_young_or_empty_project_is_not_compared() -> None:
    assert tell(panel("active-contributors", monthly([3] * 20))) == ""
    assert tell(panel("active-contributors", monthly([0] * 30))) == ""
