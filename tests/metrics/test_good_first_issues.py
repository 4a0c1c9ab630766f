"""Issues for newcomers, worked by hand."""

from folkmoot.metrics.good_first_issues import METRIC
from worked_example import drilled, example, values

ITEMS = """
    item | who | opened | closed | also
    #1 | Ada | 2026-01-01 | 2026-03-03 | label: Good-First Issue
    #2 | Bob | 2026-02-09 | | label: bug; label: beginner
    #3 | Bob | 2026-02-01 | | label: bug
    !4 | Ada | 2026-02-01 | | label: good first issue
"""


def test_open_and_inviting() -> None:
    """January #1; February #1 and #2; from March on #2 alone.

    A bug invites nobody, and a change is no issue.
    """
    store = example(items=ITEMS, as_of="2026-04-10")
    assert values(store, METRIC) == {202601: 1, 202602: 2, 202603: 1, 202604: 1}
    assert drilled(store, METRIC) == {202601: 1, 202602: 2, 202603: 1, 202604: 1}
