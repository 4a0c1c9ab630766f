"""Far less happens than in the years before."""

import pytest

from folkmoot.views.agenda.far_quieter import raised
from views.looking import monthly, panel, told


def look(before: list[int], now: int):
    """Commits a month: a year for each of `before`, then a year of `now`."""
    values = [value for year in before for value in [year] * 12] + [now] * 12
    return told(panel("commits", monthly(values, label="commits")))


def test_a_deep_fall_is_raised_with_both_numbers() -> None:
    """Ten, five and three a month are (120 + 60 + 36) / 3 = 72 a year; two a month are 24, a third of it."""
    finding = raised(look([10, 5, 3], 2))
    assert finding is not None
    assert str(finding.title) == (
        "Far quieter than before: 24 commits in the year to 2027-12, about 72 a year in the "
        "three years before."
    )


def test_what_became_silent_is_raised_too() -> None:
    assert raised(look([10, 10, 10], 0)) is not None


@pytest.mark.parametrize(
    ("before", "now"), [([10, 10, 10], 5), ([1, 1, 1], 0), ([10, 10, 10], 20), ([0, 0, 0], 0)]
)
def test_what_falls_less_grows_or_was_quiet_before_is_not(before: list[int], now: int) -> None:
    assert raised(look(before, now)) is None


def test_four_years_are_needed() -> None:
    assert raised(look([10, 10], 1)) is None


def test_a_bigger_past_does_not_matter() -> None:
    """Only the three years before count: 2 a month after 2 a month is no fall, whatever came earlier."""
    assert raised(look([100, 2, 2, 2], 2)) is None
