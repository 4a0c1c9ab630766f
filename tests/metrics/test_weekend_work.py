"""Share of work at weekends, worked by hand."""

import pytest

from folkmoot.metrics.weekend_work import METRIC
from folkmoot.store.answer import answer
from worked_example import drilled, example, values

HISTORY = """
    when                   | who             | also
    2025-01-04 12:00       | Ada             |
    2026-01-09 23:30 -0500 | Ada             |
    2026-01-09 23:30       | Bob             |
    2026-01-11 23:30 -0800 | Bob             |
    2026-01-11 12:00       | Cleo            | merge
    2026-01-11 12:00       | dependabot[bot] |
"""


def test_the_weekend_is_that_of_the_author() -> None:
    """January 2026: both Friday nights are Friday (in UTC Ada's is Saturday); Bob's Sunday night in
    California is Sunday (in UTC Monday): 1 of 3. January 2025: a Saturday, 1 of 1. Last 12 months: the
    three of 2026.
    """
    store = example(HISTORY)
    third = pytest.approx(1 / 3)
    assert values(store, METRIC) == {202501: 1, 202601: third, 1: third}
    assert {row.period: row.n for row in answer(store, METRIC)} == {202501: 1, 202601: 3, 1: 3}
    assert drilled(store, METRIC) == {202501: 1, 202601: 3, 1: 3}


def test_months_without_commits_are_unknown() -> None:
    """A share of nothing is no number: there is no row, and the gap stays a gap."""
    store = example("when | who\n2026-01-03 | Ada\n2026-03-02 | Ada")
    assert values(store, METRIC) == {202601: 1, 202603: 0, 1: 0.5}
    assert METRIC.gap == "unknown"


def test_the_days_of_rest_are_a_parameter() -> None:
    """January 2nd 2026 is a Friday: 1 of 2 where Friday and Saturday are free, and Sunday is not."""
    store = example("when | who\n2026-01-02 | Ada\n2026-01-04 | Ada")
    assert values(store, METRIC.adapted({"rest_days": "5, 6"}))[202601] == 0.5
