"""Contributor confidence over time, worked by hand."""

from folkmoot.metrics.contributor_confidence_history import METRIC
from worked_example import drilled, example, values

CAME = {"Ada": "2025-01-01", "Bob": "2025-02-01", "Cleo": "2025-05-01"}
TEN = range(10)
ACTS = "\n".join(
    ["who | when | kind", *(f"{who}{n} | {when} | fork" for who, when in CAME.items() for n in TEN)]
)
ITEMS = "\n".join(["item | who | opened", *(f"#{n + 1} | Ada{n} | 2025-01-09" for n in TEN)])
"""Ten Adas came in January and came back, ten Bobs in February and did not, ten Cleos in May."""


def test_each_month_with_the_two_before() -> None:
    """January: 10 of 10. February and March: 10 of 20. April: Bobs alone. May to July: Cleos alone."""
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
        202501: 10,
        202502: 20,
        202503: 20,
        202504: 10,
        202505: 10,
        202506: 10,
        202507: 10,
    }


def test_the_newest_months_are_not_known_yet() -> None:
    """In the middle of June, Cleos have been watched for 45 days: as much as 5 people tell."""
    found = values(example(items=ITEMS, acts=ACTS, as_of="2025-06-15"), METRIC)
    assert found == {202501: 1, 202502: 0.5, 202503: 0.5, 202504: 0, 202505: None, 202506: None}
