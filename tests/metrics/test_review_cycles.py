"""Rounds of review, worked by hand."""

from folkmoot.metrics.review_cycles import METRIC
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


def test_a_round_begins_when_the_author_has_spoken() -> None:
    """!1 had two rounds, with Ada's comment between; !4's review came after the end; !5 had one.

    Middle of 1 and 2: 1.5; p90 2.
    """
    assert values(example(items=ITEMS, remarks=REMARKS), METRIC) == {
        (1, "median"): 1.5,
        (1, "p90"): 2,
        (2026, "median"): 1.5,
        (2026, "p90"): 2,
    }
    assert drilled(example(items=ITEMS, remarks=REMARKS), METRIC) == {1: 4, 2026: 4}


def test_two_reviews_in_a_row_are_one_round() -> None:
    store = example(
        items="item | who | opened | closed\n!1 | Ada | 2026-01-01 | 2026-01-09",
        remarks="item | who | when | kind\n!1 | Bob | 2026-01-02 | review\n!1 | Cleo | 2026-01-03 | review",
    )
    assert values(store, METRIC)[2026, "median"] == 1


TWO = """
    item | who | opened     | closed
    !1   | Ada | 2026-01-01 | 2026-01-09
    !2   | Ada | 2026-01-01 | 2026-01-09
"""


def test_each_change_has_rounds_of_its_own() -> None:
    """Bob reviews one change after the other: one round each."""
    store = example(
        items=TWO,
        remarks="item | who | when | kind\n!1 | Bob | 2026-01-02 | review\n!2 | Bob | 2026-01-03 | review",
    )
    assert values(store, METRIC)[2026, "median"] == 1
    assert drilled(store, METRIC) == {1: 4, 2026: 4}


def test_the_review_that_ends_a_change_is_a_round_and_a_later_one_is_none() -> None:
    """Bob reviews !1 in the second in which it is closed, and !2 a second later."""
    store = example(
        items=TWO,
        remarks="""
            item | who | when                | kind
            !1   | Bob | 2026-01-09 12:00:00 | review
            !2   | Bob | 2026-01-09 12:00:01 | review
        """,
    )
    assert drilled(store, METRIC) == {1: 2, 2026: 2}
