"""Issues closed, worked by hand."""

from folkmoot.metrics.issues_closed import METRIC
from worked_example import drilled, example, values

ITEMS = """
    item | who | opened | closed
    #1 | Ada | 2026-01-01 | 2026-03-03
    #2 | Bob | 2026-01-09 |
    #3 | Bob | 2026-03-01 | 2026-03-02
    #4 | ci[bot] | 2026-02-01 | 2026-02-02
    !5 | Ada | 2026-02-01 |
"""


def test_by_the_month_of_closing() -> None:
    """#1 and #3 in March; nothing before. #2 is open, and a robot's issue does not count."""
    store = example(items=ITEMS, as_of="2026-04-10")
    assert values(store, METRIC) == {202601: 0, 202602: 0, 202603: 2, 202604: 0}
    assert drilled(store, METRIC) == {202603: 2}


def test_a_change_is_no_issue() -> None:
    """The change was there from January and closed in February; the first issue came in March."""
    items = """
        item | who | opened     | closed
        !1   | Ada | 2026-01-01 | 2026-02-02
        #2   | Bob | 2026-03-01 | 2026-04-01
    """
    store = example(items=items, as_of="2026-04-10")
    assert values(store, METRIC) == {202603: 0, 202604: 1}
    assert drilled(store, METRIC) == {202604: 1}


def test_the_last_second_of_a_month_is_of_that_month() -> None:
    items = """
        item | who | opened     | closed
        #1   | Ada | 2026-01-01 | 2026-01-31 23:59:59
        #2   | Ada | 2026-01-01 | 2026-02-01 00:00:00
    """
    store = example(items=items, as_of="2026-02-10")
    assert values(store, METRIC) == {202601: 1, 202602: 1}


def test_without_issues_there_is_no_series() -> None:
    store = example("when | who\n2026-01-01 | Ada", items="item | who | opened\n!1 | Ada | 2026-01-01")
    assert values(store, METRIC) == {}
