"""Open issues, worked by hand."""

from folkmoot.metrics.issue_backlog import METRIC
from folkmoot.store.answer import answer
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


def test_the_count_begins_with_the_first_issue_of_a_person() -> None:
    """Commits since November, a robot's issue in December, Ada's in January: 1 from then on."""
    store = example(
        "when | who\n2025-11-01 | Ada",
        items="item | who | opened\n#1 | ci[bot] | 2025-12-01\n#2 | Ada | 2026-01-01",
        as_of="2026-03-10",
    )
    assert [(row.period, row.value, row.n) for row in answer(store, METRIC)] == [
        (202601, 1, 1),
        (202602, 1, 1),
        (202603, 1, 1),
    ]
    assert drilled(store, METRIC) == {202601: 1, 202602: 1, 202603: 1}
