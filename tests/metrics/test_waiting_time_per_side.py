"""Who waits for whom, worked by hand."""

from folkmoot.metrics.waiting_time_per_side import METRIC
from worked_example import drilled, example, values

ITEMS = """
    item | who | opened | closed | merged
    !3 | Ada | 2026-02-01 | | 2026-02-04
    !4 | Bob | 2026-03-01 | 2026-03-09 |
    !5 | Bob | 2026-03-01 | |
"""
REMARKS = """
    item | who | when | kind
    !3 | Cleo | 2026-02-02 | review approved
    !3 | Ada | 2026-02-03 | comment
    !4 | ci[bot] | 2026-03-01 13:00 | comment
    !4 | Cleo | 2026-03-02 | review changes_requested
    !4 | Bob | 2026-03-05 | comment
    !4 | Cleo | 2026-03-06 | review approved
    !4 | Dan | 2026-03-20 | comment
"""


def test_the_turn_passes_with_every_word() -> None:
    """!3 waited 1 day for a review, 1 for Ada, 1 for the merge: reviewers 2, author 1.

    !4: 1 for a review, 3 for Bob, 1 for the second review, 3 more for Bob: reviewers 2, author 6. The
    middles are 2 and 3.5. The robot passes no turn, and what is said after the closing neither.
    """
    assert values(example(items=ITEMS, remarks=REMARKS), METRIC) == {
        (1, "for reviewers"): 2,
        (1, "for the author"): 3.5,
        (2026, "for reviewers"): 2,
        (2026, "for the author"): 3.5,
    }
    assert drilled(example(items=ITEMS, remarks=REMARKS), METRIC) == {1: 4, 2026: 4}
