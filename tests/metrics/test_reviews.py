"""Reviews, worked by hand."""

from folkmoot.metrics.reviews import METRIC
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


def test_of_others_by_humans() -> None:
    """Cleo 2 on !1, Dan 1 on !4 and 1 on the robot's !6.

    The author's own, the robot's and the comment on a line are none.
    """
    store = example(items=ITEMS, remarks=REMARKS, as_of="2026-02-10")
    assert values(store, METRIC) == {202601: 4, 202602: 0}
    assert drilled(store, METRIC) == {202601: 4}


def test_months_before_the_first_review_are_a_gap_and_those_after_it_are_not() -> None:
    """Code since January, reviews in March and May: April is 0, January and February are unknown."""
    store = example(
        "when | who\n2026-01-01 | Ada",
        items="item | who | opened\n!1 | Ada | 2026-01-01",
        remarks="item | who | when | kind\n!1 | Bob | 2026-03-01 | review\n!1 | Bob | 2026-05-01 | review",
    )
    assert values(store, METRIC) == {202603: 1, 202604: 0, 202605: 1, 202606: 0}


def test_whom_nobody_knows_and_what_is_said_on_issues_are_left_out() -> None:
    """A review by an account that is gone, and one that an archive tells of an issue, count not."""
    store = example(
        items="item | who | opened\n!1 | Ada | 2026-06-01\n#2 | Ada | 2026-06-01",
        remarks="""
            item | who | when       | kind
            !1   |     | 2026-06-02 | review
            #2   | Bob | 2026-06-02 | review
            !1   | Bob | 2026-06-02 | review
        """,
    )
    assert values(store, METRIC) == {202606: 1}
