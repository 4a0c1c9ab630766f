"""Burstiness, worked by hand."""

from math import sqrt

import pytest

from folkmoot.metrics.burstiness import METRIC, burstiness
from folkmoot.model.metric import Row
from folkmoot.store.answer import answer
from worked_example import drilled, example, values


def test_a_clock_is_minus_one() -> None:
    """One commit a day: all times are a day, sigma is 0, B = (0 - 1) / (0 + 1) = -1. n is the three times."""
    store = example("""
        when       | who
        2025-01-01 | Ada
        2025-01-02 | Bob
        2025-01-03 | Ada
        2025-01-04 | Cleo
    """)
    assert values(store, METRIC) == {2025: -1}
    assert [row.n for row in answer(store, METRIC)] == [3]
    assert drilled(store, METRIC) == {2025: 3}


def test_mean_and_deviation_of_the_times() -> None:
    """2025: times of 1, 1 and 10 days: mu = 4, sigma^2 = (9 + 9 + 36) / 3 = 18, B = (sqrt 18 - 4) / (sqrt
    18 + 4).

    2026: 1 January is 352 days after 14 January 2025, and 2 January one day: mu = 176.5, sigma = 175.5,
    B = -1 / 352. Those two are the last 12 months as well. Merge and bot do not interrupt a silence.
    """
    store = example("""
        when       | who             | also
        2025-01-02 | Ada             |
        2025-01-03 | Ada             |
        2025-01-04 | Bob             |
        2025-01-14 | Bob             |
        2025-03-01 | Cleo            | merge
        2025-03-02 | dependabot[bot] |
        2026-01-01 | Ada             |
        2026-01-02 | Ada             |
    """)
    assert values(store, METRIC) == {
        2025: pytest.approx((sqrt(18) - 4) / (sqrt(18) + 4)),
        2026: pytest.approx(-1 / 352),
        1: pytest.approx(-1 / 352),
    }
    assert drilled(store, METRIC) == {2025: 3, 2026: 2, 1: 2}


def test_all_at_once_is_undefined() -> None:
    """Three commits of the same second: mu and sigma are 0, and 0 / 0 is not a number to show."""
    store = example("when | who\n2025-01-02 | Ada\n2025-01-02 | Ada\n2025-01-02 | Bob")
    assert values(store, METRIC) == {2025: None}


def test_a_single_commit_has_no_times() -> None:
    assert values(example("when | who\n2025-01-02 | Ada"), METRIC) == {}


def test_finish_leaves_no_carrier_behind() -> None:
    """Mean 2 and variance 36 (sigma 6) give (6 - 2) / (6 + 2) = 0.5; `high` carried the variance only."""
    assert burstiness([Row(2025, 2.0, 9, high=36.0)]) == [Row(2025, 0.5, 9)]


def test_only_times_whose_later_commit_is_of_the_last_twelve_months_are_in_them() -> None:
    """A commit a day from 13 June 2025, told out of order; the third is a year old to the second.

    Four times in 2025, of which the two that end after that second are of the last 12 months.
    """
    store = example("""
        when       | who
        2025-06-16 | Ada
        2025-06-13 | Bob
        2025-06-17 | Ada
        2025-06-15 | Bob
        2025-06-14 | Ada
    """)
    assert values(store, METRIC) == {2025: -1, 1: -1}
    assert {row.period: row.n for row in answer(store, METRIC)} == {2025: 4, 1: 2}
    assert drilled(store, METRIC) == {2025: 4, 1: 2}


def test_the_first_commit_of_all_ends_no_time() -> None:
    """Three commits of 2026, the first of them the first of all: two times, in the last 12 months too."""
    store = example("when | who\n2026-01-01 | Ada\n2026-01-02 | Ada\n2026-01-03 | Bob")
    assert {row.period: row.n for row in answer(store, METRIC)} == {2026: 2, 1: 2}
    assert drilled(store, METRIC) == {2026: 2, 1: 2}
