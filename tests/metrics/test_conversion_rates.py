"""Conversion rates, worked by hand."""

from folkmoot.metrics.conversion_rates import METRIC
from folkmoot.model.statistics import wilson_interval
from folkmoot.store.answer import answer
from worked_example import example, values

ITEMS = """
    item | who | opened | merged
    #1 | Ada | 2026-01-01 |
    !2 | Ada | 2026-01-01 | 2026-01-02
    !3 | Bob | 2026-01-01 | 2026-01-02
    #4 | Dan | 2026-01-01 |
"""
REMARKS = """
    item | who | when | kind
    !3 | Cleo | 2026-01-02 | comment
"""
ACTS = """
    who | when | kind
    Ada | 2026-02-01 | star
    Ada | 2026-02-02 | fork
    Bob | 2026-02-01 | fork
    Cleo | 2026-02-01 | star
    Eve | 2026-02-01 | star
    Dan | 2024-02-01 | star
    watch[bot] | 2026-02-01 | star
"""


def test_each_step_of_the_one_before() -> None:
    """D0 4, D1 2, D2 1: a half, and a half again, with Wilson's interval of 2 of 4 and of 1 of 2."""
    assert values(example(items=ITEMS, remarks=REMARKS, acts=ACTS), METRIC) == {
        (1, "spoke (D1/D0)"): 0.5,
        (1, "merged (D2/D1)"): 0.5,
    }
    first, second = answer(example(items=ITEMS, remarks=REMARKS, acts=ACTS), METRIC)
    assert (first.n, second.n) == (4, 2)
    assert (first.low, first.high) == wilson_interval(2, 4)
    assert (second.low, second.high) == wilson_interval(1, 2)
