"""A yearly share beside the one before."""

import pytest

from folkmoot.model.page import Point
from folkmoot.views.headlines.newest_year_share import SENTENCES, tell
from views.looking import panel


def years(metric: str, *values: tuple[str, float | None, int, bool]):
    return panel(metric, [Point(year, value, n, complete=over) for year, value, n, over in values])


def test_the_last_two_complete_years_are_compared() -> None:
    shown = years(
        "second-contribution", ("2023", 0.9, 50, True), ("2024", 0.4, 50, True), ("2025", 0.3, 50, True),
        ("2026", 0.1, 50, False),
    )  # fmt: skip
    assert str(tell(shown)) == (
        "Of the newcomers of 2025, 30% contributed again within 90 days; of those of 2024, 40%."
    )


@pytest.mark.parametrize("metric", sorted(SENTENCES))
def test_every_sentence_has_both_years(metric: str) -> None:
    said = str(tell(years(metric, ("2024", 0.4, 50, True), ("2025", 0.3, 50, True))))
    assert all(part in said for part in ("2024", "2025", "30%", "40%"))


def test_what_hardly_occurs_is_not_told() -> None:
    assert tell(years("sign-off-share", ("2024", 0.01, 50, True), ("2025", 0.0, 50, True))) == ""


def test_few_are_not_compared() -> None:
    assert tell(years("second-contribution", ("2024", 0.4, 50, True), ("2025", 0.3, 9, True))) == ""


def test_a_first_year_has_nothing_beside_it() -> None:
    assert tell(years("second-contribution", ("2025", 0.3, 50, True), ("2026", 0.3, 50, False))) == ""
