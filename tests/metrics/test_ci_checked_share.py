"""Merged after a check had passed, worked by hand."""

from folkmoot.metrics.ci_checked_share import METRIC
from worked_example import drilled, example, values

ITEMS = """
    item | who | opened     | merged     | also
    !1   | Ada | 2026-01-01 | 2026-01-05 | ran: build success
    !2   | Ada | 2026-01-01 | 2026-01-05 | ran: nothing
    !3   | Bob | 2026-01-01 | 2026-01-05 | ran: build failure; ran: license/cla success
    !4   | Bob | 2026-01-01 | 2026-01-05 | ran: build failure
    !5   | Bob | 2026-01-01 | 2026-01-05 | ran: build pending
    !6   | Bob | 2026-01-01 | 2026-01-05 |
    !7   | renovate[bot] | 2026-01-01 | 2026-01-05 | ran: build success
    !8   | Ada | 2024-01-01 | 2024-01-05 | ran: build success
    !9   | Ada | 2026-01-01 |            |
    !10  | Cleo | 2026-01-01 | 2026-01-05 | ran: build success; ran: deploy pending
"""


def test_a_check_had_passed_on_its_newest_commit() -> None:
    """Worked out on paper.

    In 2026, known are !1, !2, !3, !4 and !10, of which !1, !3 and !10 passed something: 3 of 5. On !5 nothing
    had ended, of !6 nothing is known, !7 is a robot's. In 2024 the one change passed: 1 of 1.
    """
    assert values(example(items=ITEMS), METRIC) == {1: 0.6, 2024: 1, 2026: 0.6}
    assert drilled(example(items=ITEMS), METRIC) == {1: 5, 2024: 1, 2026: 5}


def test_where_no_forge_told_what_ran_nothing_is_said() -> None:
    """What was never asked must not look like what never ran."""
    unasked = "\n".join(line.partition("ran:")[0] for line in ITEMS.splitlines())
    assert values(example(items=unasked), METRIC) == {}
