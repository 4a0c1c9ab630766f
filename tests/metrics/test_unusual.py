"""Distances from what is usual, worked by hand."""

import pytest

from folkmoot.metrics._unusual import distance


def test_the_spread_is_robust() -> None:
    """Before: 4, 5, 6, 100.

    Median 5.5, distances 1.5, 0.5, 0.5, 94.5, their median 1; spread 1.4826, but at least the root of 5.5.
    """
    assert distance(12.0, [4.0, 5.0, 6.0, 100.0]) == pytest.approx(6.5 / 5.5**0.5)


def test_small_numbers_jump_without_being_unusual() -> None:
    """From a median of 4 to 8 is two roots of 4: no more than chance."""
    assert distance(8.0, [4.0] * 6) == 2


def test_what_falls_is_measured_as_what_rises() -> None:
    """Usually four are taken back a day: eight are four more, two roots of four below, and none two above."""
    assert distance(-8.0, [-4.0] * 6) == -2
    assert distance(0.0, [-4.0] * 6) == 2


def test_where_nothing_ever_happens_one_is_one() -> None:
    assert distance(1.0, [0.0] * 14) == 1
