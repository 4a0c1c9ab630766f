"""Issues opened, worked by hand."""

from folkmoot.metrics.issues_opened import METRIC
from worked_example import drilled, example, values

ITEMS = """
    item | who | opened | closed
    #1 | Ada | 2026-01-01 | 2026-03-03
    #2 | Bob | 2026-01-09 |
    #3 | Bob | 2026-03-01 | 2026-03-02
    #4 | ci[bot] | 2026-02-01 | 2026-02-02
    !5 | Ada | 2026-02-01 |
"""


def test_per_month_with_zeros_between() -> None:
    """January 2, February none (a robot's does not count), March 1, then none until June."""
    assert values(example(items=ITEMS, as_of="2026-04-10"), METRIC) == {
        202601: 2,
        202602: 0,
        202603: 1,
        202604: 0,
    }
    assert drilled(example(items=ITEMS, as_of="2026-04-10"), METRIC) == {202601: 2, 202603: 1}


def test_months_before_the_first_issue_are_not_known() -> None:
    """Commits since November, a change in December, the one issue in January: nothing is said before it."""
    store = example(
        "when | who\n2025-11-01 | Ada",
        items="item | who | opened\n!1 | Ada | 2025-12-01\n#2 | Ada | 2026-01-01",
        as_of="2026-03-10",
    )
    assert values(store, METRIC) == {202601: 1, 202602: 0, 202603: 0}
