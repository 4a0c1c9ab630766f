"""Change closure ratio, worked by hand."""

from folkmoot.metrics.change_closure_ratio import METRIC
from folkmoot.store.answer import answer
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


def test_a_month_without_a_change_opened_has_no_ratio() -> None:
    """!1 was opened in January and closed in March, when nothing was opened; n is both together."""
    store = example(items="item | who | opened | closed\n!1 | Ada | 2026-01-01 | 2026-03-01")
    assert values(store, METRIC) == {202601: 0, 1: 1}
    assert {row.period: row.n for row in answer(store, METRIC)} == {202601: 1, 1: 2}


def test_what_git_alone_shows_is_left_out_beside_a_forge() -> None:
    """Project 2 is told of by a forge; of project 1 git shows a merged change of the same month."""
    store = example(
        "when | who\n2026-01-01 | Ada",
        changes="number | who | opened | merged\n#7 | Ada | 2026-01-01 | 2026-01-02",
        items="project | item | who | opened | closed\n2 | !1 | Bob | 2026-01-05 |",
    )
    assert values(store, METRIC) == {202601: 0, 1: 0}


def test_what_happened_in_the_second_a_year_ago_is_not_of_the_last_twelve_months() -> None:
    """Opened a year ago to the second, and closed a second later; !2 was opened in that second as well."""
    items = """
        item | who | opened              | closed
        !1   | Ada | 2025-06-15 12:00:00 | 2025-06-15 12:00:01
        !2   | Bob | 2025-06-15 12:00:01 |
    """
    store = example(items=items)
    assert values(store, METRIC) == {202506: 0.5, 1: 1}
    assert drilled(store, METRIC) == {202506: 3, 1: 2}
