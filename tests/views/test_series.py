"""Reading points as a course of time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.model.page import Point
from folkmoot.views.series import (
    at_least,
    at_most,
    count,
    dated,
    percent,
    since,
    weighted_shares,
    year_against_year,
)
from views.looking import ALL_TIME, LAST_YEAR, month, monthly


def test_only_finished_periods_with_a_value_are_read() -> None:
    points = [
        Point("2026-01", 3, 3),
        Point("2026-02", None, 2),
        Point("2026-03", 1, 1, complete=False),
        Point(LAST_YEAR, 9, 9),
        Point(ALL_TIME, 9, 9),
        Point("2026-01", 7, 7, label="merges"),
    ]
    assert [point.period for point in dated(points)] == ["2026-01"]
    assert [point.value for point in dated(points, "merges")] == [7]


def test_a_year_is_compared_with_the_year_before() -> None:
    years = year_against_year(monthly([1] * 12 + [2] * 12))
    assert years is not None
    assert years.sums == (24, 12)
    assert years.middles == (2, 1)
    assert (years.since, years.until) == ("2025-01", "2025-12")


def test_the_comparison_ends_where_the_clone_is_trusted() -> None:
    years = year_against_year(monthly([1] * 24 + [0] * 3), until="2025-12")
    assert years is not None
    assert years.sums == (12, 12)


def test_less_than_two_years_are_not_compared() -> None:
    assert year_against_year(monthly([1] * 23)) is None


def test_a_gap_within_two_years_leaves_nothing_to_compare() -> None:
    assert year_against_year(monthly([1] * 5 + [None] + [1] * 19)) is None


def test_the_middle_month_is_a_number_of_people_that_occurred() -> None:
    years = year_against_year(monthly([0] * 12 + [1] * 6 + [2] * 6))
    assert years is not None
    assert years.middles == (1, 0)


@pytest.mark.parametrize(("now", "differ"), [(10, False), (8, False), (4, True)])
def test_counts_differ_only_beyond_chance(now: int, differ: bool) -> None:
    """17 against 10 newcomers is chance: the difference is 7, two deviations are 10.4."""
    years = year_against_year(monthly([17] + [0] * 11 + [now] + [0] * 11))
    assert years is not None
    assert years.differ is differ


def test_shares_weigh_by_what_stands_behind_them() -> None:
    """Now (1.0 x 30 + 0.0 x 10) / 40. A month 24 before the newest is out, which leaves 0.0 of 30."""
    before = [Point(month(-10), 1.0, 10), Point(month(2), 0.0, 30)]
    now = [Point(month(13), 1.0, 30), Point(month(14), 0.0, 10)]
    shares = weighted_shares([*before, *now])
    assert shares == (0.75, 0.0, 30)


def test_shares_of_two_years() -> None:
    points = [*monthly([0.5] * 12, n=10), *monthly([0.25] * 12, first="2025-01", n=20)]
    assert weighted_shares(points) == (0.25, 0.5, 120)


def test_shares_need_both_years() -> None:
    assert weighted_shares(monthly([0.5] * 12)) is None
    assert weighted_shares([]) is None


def test_shares_of_nothing_are_none() -> None:
    assert weighted_shares(monthly([0.5] * 24, n=0)) is None


def test_shares_beside_a_year_of_nothing_are_none() -> None:
    of_nothing, of_something = monthly([0.5] * 12, n=0), monthly([0.5] * 12, first="2025-01")
    assert weighted_shares([*of_nothing, *of_something]) is None


@given(st.floats(0, 1))
def test_a_percentage_is_whole_unless_it_is_nearly_none_or_all(share: float) -> None:
    shown = percent(share)
    assert abs(shown - share * 100) <= 0.5
    assert isinstance(shown, int) or shown <= 1 or shown > 99


def test_counts_have_no_decimals_they_do_not_need() -> None:
    assert (count(3.0), count(2.5), count(2.26)) == (3, 2.5, 2.3)
    assert isinstance(count(3.0), int)


@pytest.mark.parametrize(
    ("share", "shown"),
    [(0.0, 0), (0.0004, 0.1), (0.004, 0.4), (0.5, 50), (0.992, 99.2), (0.99999, 99.9), (1.0, 100)],
)
def test_some_is_never_shown_as_none_nor_most_as_all(share: float, shown: float) -> None:
    assert percent(share) == shown


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        (0.0, "0"), (0.00001, "0.1"), (0.0096, "1"), (0.01, "1"), (0.015, "2"), (0.145, "14"), (0.99, "99"),
        (0.9902, "99"), (0.9906, "99.1"), (0.9999, "99.9"), (1.0, "100"),
    ],
)  # fmt: skip
def test_a_percentage_has_no_decimals_it_does_not_need(share: float, shown: str) -> None:
    """99.02 % is 99 %, and not 99.0 %."""
    assert str(percent(share)) == shown


def test_years_are_no_months() -> None:
    years = [Point(str(year), 9, 9) for year in range(1990, 2024)]
    assert year_against_year(years) is None
    assert weighted_shares(years) is None


def test_shares_end_where_the_clone_is_trusted() -> None:
    """Two years of halves, then a year of nothing that is not trusted."""
    points = monthly([0.5] * 24 + [0.0] * 12)
    assert weighted_shares(points, "2025-12") == (0.5, 0.5, 1200)
    assert weighted_shares(points) == (0.0, 0.5, 1200)


def test_twice_the_spread_of_counts_is_chance_still() -> None:
    """18 and 32 differ by 14; two spreads of 50 are 14.14. 17 and 33 differ by 16."""
    for now, before, differ in [(18, 32, False), (17, 33, True)]:
        years = year_against_year(monthly([before] + [0] * 11 + [now] + [0] * 11))
        assert years is not None
        assert years.differ is differ


@pytest.mark.parametrize(
    ("value", "least", "most"),
    [
        (3.11, 3.1, 3.2),
        (3.1, 3.1, 3.1),
        (2, 2, 2),
        (9.96, 9.9, 10),
        (10.2, 10, 11),
        (13, 13, 13),
        (0.3, 0.3, 0.3),
    ],
)
def test_a_bound_is_never_on_the_wrong_side(value: float, least: float, most: float) -> None:
    assert (at_least(value), at_most(value)) == (least, most)
    assert [str(at_least(3.0)), str(at_most(3.0))] == ["3", "3"]


def test_what_came_since_counts_the_month_that_is_not_over() -> None:
    points = [
        *monthly([1, 2, 4], first="2026-01"),
        Point("2026-04", 8, 8, complete=False),
        Point("2026-04", 16, 16, label="merges", complete=False),
        Point("2026", 32, 32),
        Point("earlier", 64, 64),
        Point(ALL_TIME, 128, 128),
    ]
    assert since(points, "2026-02") == 12
    assert since(points, "2026-04") == 0
    assert since(points, "2026-02", "merges") == 16
