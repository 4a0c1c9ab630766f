"""Open issues, worked by hand."""

from folkmoot.metrics.issue_backlog import METRIC
from worked_example import drilled, example, values

ITEMS = """
    item | who | opened | closed
    #1 | Ada | 2026-01-01 | 2026-03-03
    #2 | Bob | 2026-01-09 |
    #3 | Bob | 2026-03-01 | 2026-03-02
    #4 | ci[bot] | 2026-02-01 | 2026-02-02
    !5 | Ada | 2026-02-01 |
"""


def test_at_the_end_of_each_month() -> None:
    """January: #1 and #2. February: the same. March: #1 closed, #3 came and went: #2 alone, and in April."""
    store = example(items=ITEMS, as_of="2026-04-10")
    assert values(store, METRIC) == {202601: 2, 202602: 2, 202603: 1, 202604: 1}
    assert drilled(store, METRIC) == {202601: 2, 202602: 2, 202603: 1, 202604: 1}
