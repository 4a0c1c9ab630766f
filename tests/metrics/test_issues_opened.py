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
