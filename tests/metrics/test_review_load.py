"""How reviewing is shared, worked by hand."""

from folkmoot.metrics.review_load import METRIC
from folkmoot.store.answer import answer
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


def test_bands_of_reviewers() -> None:
    """Cleo and Dan gave two reviews each."""
    assert values(example(items=ITEMS, remarks=REMARKS), METRIC) == {(1, "2 to 5 reviews"): 2}
    assert {row.n for row in answer(example(items=ITEMS, remarks=REMARKS), METRIC)} == {2}
    assert drilled(example(items=ITEMS, remarks=REMARKS), METRIC) == {1: 4}


def test_the_edges_of_the_bands() -> None:
    """Reviewers who gave 1, 2, 5, 6, 20, 21, 100 and 101 reviews: each edge belongs to the band it names."""
    given = (1, 2, 5, 6, 20, 21, 100, 101)
    rows = [f"!1 | R{count} | 2026-02-01 | review approved" for count in given for _ in range(count)]
    store = example(
        items="item | who | opened\n!1 | Ada | 2026-01-01",
        remarks="\n".join(["item | who | when | kind", *rows]),
    )
    assert values(store, METRIC) == {
        (1, "1 review"): 1,
        (1, "2 to 5 reviews"): 2,
        (1, "6 to 20 reviews"): 2,
        (1, "21 to 100 reviews"): 2,
        (1, "over 100 reviews"): 1,
    }
    assert {row.n for row in answer(store, METRIC)} == {8}
    assert {row.label for row in answer(store, METRIC)} == set(METRIC.labels)


def test_twelve_months_begin_after_the_second_a_year_ago() -> None:
    """Bob's review is a year old to the second, Cleo's a second younger; Dan's is by nobody known."""
    store = example(
        items="item | who | opened\n!1 | Ada | 2025-01-01",
        remarks="""
            item | who  | when                | kind
            !1   | Bob  | 2025-06-15 12:00:00 | review approved
            !1   | Cleo | 2025-06-15 12:00:01 | review approved
            !1   |      | 2026-01-01          | review approved
        """,
    )
    assert values(store, METRIC) == {(1, "1 review"): 1}
    assert drilled(store, METRIC) == {1: 1}
