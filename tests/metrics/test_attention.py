"""Attention, worked by hand."""

from folkmoot.metrics.attention import METRIC
from folkmoot.store.answer import answer
from worked_example import drilled, example, values

ACTS = """
    who | when | kind
    Ada | 2026-01-01 | star
    Bob | 2026-01-02 | star
    Bob | 2026-02-02 | unstar
    Cleo | 2026-02-02 | fork
    Cleo | 2026-02-03 | star
     | 2026-02-04 | star
    ci[bot] | 2026-02-05 | star
    ci[bot] | 2026-02-05 | fork
"""


def test_stars_and_twice_the_forks() -> None:
    """January 2 stars: 2. February 2 stars and 1 fork: 4."""
    assert values(example(acts=ACTS), METRIC) == {202601: 2, 202602: 4}
    assert {row.period: row.n for row in answer(example(acts=ACTS), METRIC)} == {202601: 2, 202602: 3}
    assert drilled(example(acts=ACTS), METRIC) == {202601: 2, 202602: 3}
