"""Unusual months, worked by hand."""

import pytest

from folkmoot.metrics.unusual_attention import METRIC, distance
from folkmoot.store.answer import answer
from worked_example import drilled, example, values


def test_a_jump_after_quiet_months() -> None:
    """Worked out on paper.

    One star a month for seven months, then 20: the median is 1, nobody is away from it, so the spread is 1,
    and the distance 19. The first six months say nothing; the seventh is as usual.
    """
    stars = [f"P{n} | 2025-{n:02d}-05 | star" for n in range(1, 8)] + [
        f"Q{n} | 2025-08-09 | star" for n in range(20)
    ]
    store = example(acts="\n".join(["who | when | kind", *stars]), as_of="2025-09-01")
    assert values(store, METRIC) == {(202507, "stars"): 0, (202508, "stars"): 19}
    assert {row.period: row.n for row in answer(store, METRIC)} == {202507: 1, 202508: 20}
    assert drilled(store, METRIC)[202508] == 20


def test_the_spread_is_robust() -> None:
    """Before: 4, 5, 6, 100.

    Median 5.5, distances 1.5, 0.5, 0.5, 94.5, their median 1; spread 1.4826, but at least the root of 5.5.
    """
    assert distance(12.0, [4.0, 5.0, 6.0, 100.0]) == pytest.approx(6.5 / 5.5**0.5)


def test_small_numbers_jump_without_being_unusual() -> None:
    """From a median of 4 to 8 is two roots of 4: no more than chance."""
    assert distance(8.0, [4.0] * 6) == 2
