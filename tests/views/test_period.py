"""Periods in words, and how far a clone can be trusted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.views.period import is_stale, iso_date, number, trusted_until, words


@pytest.mark.parametrize(
    ("period", "said"),
    [(202603, "2026-03"), (202612, "2026-12"), (2026, "2026"), (0, "all time"), (1, "last 12 months")],
)
def test_a_period_is_said_in_words(period: int, said: str) -> None:
    assert words(period) == said


@given(year=st.integers(1970, 9999), month=st.integers(1, 12))
def test_months_in_words_keep_the_order_of_their_numbers(year: int, month: int) -> None:
    assert words(year * 100 + month) < words(year * 100 + month + 1)
    assert len(words(year * 100 + month)) == 7


def test_a_moment_becomes_its_day_in_utc() -> None:
    assert iso_date(1_767_225_599) == "2025-12-31"
    assert iso_date(1_767_225_600) == "2026-01-01"


@pytest.mark.parametrize("moment", [0, 10**15])
def test_no_moment_and_an_impossible_one_have_no_day(moment: int) -> None:
    assert iso_date(moment) == ""


def test_a_clone_is_stale_after_more_than_a_month_without_anything_new() -> None:
    assert not is_stale("2026-01-01", "2026-02-01")
    assert is_stale("2026-01-01", "2026-02-02")


@pytest.mark.parametrize(("data", "clock"), [("", "2026-02-02"), ("2026-01-01", "")])
def test_nothing_known_is_not_stale(data: str, clock: str) -> None:
    assert not is_stale(data, clock)


def test_a_fresh_clone_is_trusted_to_its_end() -> None:
    assert trusted_until("2026-01-20", "2026-02-01") > "2026-01"


def test_a_stale_clone_is_trusted_to_the_month_before_its_newest_data() -> None:
    assert trusted_until("2026-08-22", "2026-11-21") == "2026-07"
    assert trusted_until("2026-01-05", "2026-11-21") == "2025-12"


def test_a_day_is_its_number_since_1970() -> None:
    assert words(20543) == "2026-03-31"
    assert number("2026-03-31") == 20543
    assert number("2026-02-31") is None
    assert number("2026-3-1") is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2026", 2026), (" 2026 ", 2026), ("2026-03", 202603), (" 2026-03 ", 202603), ("2026-13", None),
        ("2026-00", None), (" 2026-03-31 ", 20543), ("2026-02-30", None), ("ALL TIME ", 0),
        ("yesterday", None), ("", None), ("26", None),
    ],
)  # fmt: skip
def test_a_period_is_read_as_people_write_it(text: str, found: int | None) -> None:
    assert number(text) == found


def test_the_last_year_of_four_digits_is_a_year() -> None:
    assert (words(9999), words(202603)) == ("9999", "2026-03")
