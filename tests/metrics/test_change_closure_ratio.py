"""Change closure ratio, worked by hand."""

from folkmoot.metrics.change_closure_ratio import METRIC
from worked_example import drilled, example, values

ITEMS = """
    item | who | opened | closed | merged
    !1 | Ada | 2025-01-01 | | 2026-03-03
    !2 | Bob | 2026-02-01 | 2026-03-05 |
    !3 | Bob | 2026-03-01 | |
    !4 | renovate[bot] | 2026-03-01 | | 2026-03-01
    #5 | Ada | 2026-03-01 | 2026-03-02 |
"""


def test_closed_over_opened_in_the_same_month() -> None:
    """January 2025: 0 of 1.

    February 2026: 0 of 1. March: 2 closed (!1, opened long before, and !2), 1 opened: 2. Last 12 months: 2
    closed, 2 opened: 1.
    """
    assert values(example(items=ITEMS), METRIC) == {202501: 0, 202602: 0, 202603: 2, 1: 1}
    assert drilled(example(items=ITEMS), METRIC) == {202501: 1, 202602: 1, 202603: 3, 1: 4}


def test_changes_from_git_alone_say_nothing() -> None:
    """Git cannot tell an open change from a closed one."""
    store = example(
        "when | who\n2026-01-01 | Ada", changes="number | who | opened | merged\n#1 | Ada | 2026-01-01 |"
    )
    assert values(store, METRIC) == {}
