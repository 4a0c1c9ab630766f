"""Changes accepted, worked by hand."""

from folkmoot.metrics.change_acceptance import METRIC
from worked_example import drilled, example, values

ITEMS = """
    item | who | opened | closed | merged
    !1 | Ada | 2025-01-01 | | 2025-01-03
    !2 | Bob | 2026-02-01 | 2026-03-05 |
    !3 | Bob | 2026-03-01 | | 2026-03-02
    !4 | Bob | 2026-03-01 | |
    !5 | renovate[bot] | 2026-03-01 | | 2026-03-01
"""


def test_merged_of_those_decided() -> None:
    """2025: 1 of 1. 2026: !3 of !2 and !3, a half; !4 is open. The last 12 months are those of 2026."""
    assert values(example(items=ITEMS), METRIC) == {2025: 1, 2026: 0.5, 1: 0.5}
    assert drilled(example(items=ITEMS), METRIC) == {2025: 1, 2026: 2, 1: 2}


def test_what_git_alone_tells_was_never_refused() -> None:
    """Without a forge nobody knows what was closed unmerged, so no share is claimed."""
    store = example(
        "when | who | also\n2026-01-05 | Ada | #1",
        changes="number | who | opened | merged\n#1 | Ada | 2026-01-02 | 2026-01-05",
    )
    assert values(store, METRIC) == {}
    assert drilled(store, METRIC) == {}


def test_the_year_is_that_of_the_decision_to_the_second() -> None:
    """Both were opened in 2024: one was merged in the last second of 2024, one refused a second later."""
    items = """
        item | who | opened     | closed              | merged
        !1   | Ada | 2024-12-01 |                     | 2024-12-31 23:59:59
        !2   | Ada | 2024-12-01 | 2025-01-01 00:00:00 |
    """
    assert values(example(items=items), METRIC) == {2024: 1, 2025: 0}


def test_twelve_months_begin_after_the_second_a_year_ago() -> None:
    """As of noon of 15 June 2026: what was decided at noon of 15 June 2025 is out, a second later is in."""
    items = """
        item | who | opened     | closed              | merged
        !1   | Ada | 2025-01-01 | 2025-06-15 12:00:00 |
        !2   | Ada | 2025-01-01 |                     | 2025-06-15 12:00:01
    """
    store = example(items=items)
    assert values(store, METRIC) == {2025: 0.5, 1: 1}
    assert drilled(store, METRIC) == {2025: 2, 1: 1}
