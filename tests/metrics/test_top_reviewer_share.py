"""Share of the busiest reviewer, worked by hand."""

from folkmoot.metrics.top_reviewer_share import METRIC
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
    !3 | Dan | 2026-01-03 | review approved
"""


def test_the_busiest_of_all() -> None:
    """Dan gave three of five reviews."""
    assert values(example(items=ITEMS, remarks=REMARKS), METRIC) == {1: 0.6, 2026: 0.6}
    assert drilled(example(items=ITEMS, remarks=REMARKS), METRIC) == {1: 5, 2026: 5}


def test_whom_nobody_knows_and_what_is_said_on_issues_are_left_out() -> None:
    """Of Bob's and Cleo's one review each, one is half: the account that is gone gave none that is known."""
    store = example(
        items="item | who | opened\n!1 | Ada | 2026-06-01\n#2 | Ada | 2026-06-01",
        remarks="""
            item | who  | when       | kind
            !1   |      | 2026-06-02 | review
            !1   |      | 2026-06-03 | review
            #2   | Bob  | 2026-06-02 | review
            !1   | Bob  | 2026-06-02 | review
            !1   | Cleo | 2026-06-02 | review
        """,
    )
    assert values(store, METRIC) == {1: 0.5, 2026: 0.5}
    assert drilled(store, METRIC) == {1: 2, 2026: 2}
