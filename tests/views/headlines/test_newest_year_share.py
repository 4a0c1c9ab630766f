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


@pytest.mark.parametrize(
    ("before", "now", "is_told"),
    [(0.02, 0.0, True), (0.0, 0.02, True), (0.019, 0.019, False), (0.0, 0.5, True), (0.5, 0.0, True)],
)
def test_what_either_year_knows_of_two_in_a_hundred_is_told(before: float, now: float, is_told: bool) -> None:
    shown = years("sign-off-share", ("2024", before, 50, True), ("2025", now, 50, True))
    assert bool(tell(shown)) is is_told


@pytest.mark.parametrize(("before", "now", "is_told"), [(10, 10, True), (9, 50, False), (50, 9, False)])
def test_ten_in_both_years_are_enough(before: int, now: int, is_told: bool) -> None:
    shown = years("sign-off-share", ("2024", 0.5, before, True), ("2025", 0.5, now, True))
    assert bool(tell(shown)) is is_told


def test_a_share_that_fell_to_nothing_is_told_as_nothing() -> None:
    said = str(tell(years("sign-off-share", ("2024", 0.5, 50, True), ("2025", 0.0, 50, True))))
    assert said == "In 2025, 0% of the commits are signed off; in 2024, 50%."
