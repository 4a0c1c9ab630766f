"""Active reviewers, worked by hand."""

from folkmoot.metrics.active_reviewers import METRIC
from worked_example import drilled, example, values

ITEMS = """
    item | who | opened | closed | merged | merger | role
    !1 | Ada | 2026-01-01 | | 2026-01-05 | Cleo | NONE
    !2 | Ada | 2026-01-01 | | 2026-01-05 | Ada | NONE
    !3 | Bob | 2026-01-01 | | 2026-01-05 | Cleo | MEMBER
    !4 | Bob | 2026-01-01 | | 2026-01-05 | Bob |
    !5 | Bob | 2026-01-01 | 2026-01-05 | | | NONE
    !6 | renovate[bot] | 2026-01-01 | | 2026-01-05 | Cleo | NONE
"""
REMARKS = """
    item | who | when | kind
    !1 | Cleo | 2026-01-02 | review changes_requested
    !1 | Ada | 2026-01-03 | comment
    !1 | Cleo | 2026-01-04 | review approved
    !2 | Ada | 2026-01-02 | review commented
    !2 | Dan | 2026-01-02 | comment
    !3 | ci[bot] | 2026-01-02 | review approved
    !4 | Dan | 2026-01-09 | review approved
    !5 | Dan | 2026-01-02 | review.comment
    !6 | Dan | 2026-01-02 | review approved
"""


def test_people_with_a_review() -> None:
    """Cleo and Dan."""
    assert values(example(items=ITEMS, remarks=REMARKS), METRIC) == {202601: 2}
    assert drilled(example(items=ITEMS, remarks=REMARKS), METRIC) == {202601: 4}


def test_comments_are_no_reviews_and_who_is_not_known_is_nobody() -> None:
    """Bob reviewed Ada's change; Dan commented on it, and a review is by an account that is gone."""
    remarks = """
        item | who | when       | kind
        !1   | Bob | 2026-01-02 | review approved
        !1   | Dan | 2026-01-02 | comment
        !1   |     | 2026-01-02 | review approved
    """
    store = example(items="item | who | opened\n!1 | Ada | 2026-01-01", remarks=remarks)
    assert values(store, METRIC) == {202601: 1}
    assert drilled(store, METRIC) == {202601: 1}
