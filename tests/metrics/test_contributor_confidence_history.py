"""Contributor confidence over time, worked by hand."""

from folkmoot.metrics.contributor_confidence_history import METRIC
from worked_example import drilled, example, values

ITEMS = """
    item | who | opened
    #1 | Ada | 2025-01-09
"""
ACTS = """
    who | when | kind
    Ada | 2025-01-01 | fork
    Bob | 2025-02-01 | star
    Cleo | 2025-05-01 | star
"""


def test_each_month_with_the_two_before() -> None:
    """Ada came in January and came back, Bob in February and did not, Cleo in May.

    January: 1 of 1. February and March: 1 of 2. April: Bob alone. May to July: Cleo alone.
    """
    assert values(example(items=ITEMS, acts=ACTS, as_of="2025-12-15"), METRIC) == {
        202501: 1,
        202502: 0.5,
        202503: 0.5,
        202504: 0,
        202505: 0,
        202506: 0,
        202507: 0,
    }


def test_the_events_are_the_stars_and_forks() -> None:
    store = example(items=ITEMS, acts=ACTS, as_of="2025-12-15")
    assert drilled(store, METRIC) == {
        202501: 1,
        202502: 2,
        202503: 2,
        202504: 1,
        202505: 1,
        202506: 1,
        202507: 1,
    }
