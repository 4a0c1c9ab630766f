"""Reviewer absence factor, worked by hand."""

from folkmoot.metrics.reviewer_absence_factor import METRIC
from folkmoot.store.answer import answer
from folkmoot.store.database import Connection
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


def test_fewest_with_half() -> None:
    """Cleo and Dan gave two each: one of them makes half."""
    assert values(example(items=ITEMS, remarks=REMARKS), METRIC) == {0: 1, 1: 1}
    assert drilled(example(items=ITEMS, remarks=REMARKS), METRIC) == {0: 4, 1: 4}


def reviews(given: dict[str, int], when: str = "2026-02-01") -> list[str]:
    return [f"!1 | {who} | {when} | review approved" for who, count in given.items() for _ in range(count)]


def told(rows: list[str]) -> Connection:
    remarks = "\n".join(["item | who | when | kind", *rows])
    return example(items="item | who | opened\n!1 | Zoe | 2024-01-01", remarks=remarks)


def test_those_with_most_reviews_are_taken_first() -> None:
    """Ada gave 3 of 6, which is half: she alone, whatever three others gave together."""
    assert values(told(reviews({"Bob": 1, "Cleo": 1, "Dan": 1, "Ada": 3})), METRIC) == {0: 1, 1: 1}


def test_a_bit_less_than_half_is_not_half() -> None:
    """Ada gave 50 of 101: with Bob's 26 it is more than half."""
    assert values(told(reviews({"Ada": 50, "Bob": 26, "Cleo": 25})), METRIC) == {0: 2, 1: 2}


def test_the_last_twelve_months_are_counted_by_themselves() -> None:
    """Ada gave 4 of 7 reviews, all in 2024; this year Bob, Cleo and Dan gave one each: two of three."""
    store = told([*reviews({"Ada": 4}, "2024-02-01"), *reviews({"Bob": 1, "Cleo": 1, "Dan": 1})])
    assert values(store, METRIC) == {0: 1, 1: 2}
    assert {row.period: row.n for row in answer(store, METRIC)} == {0: 7, 1: 3}
    assert drilled(store, METRIC) == {0: 7, 1: 3}


def test_whom_nobody_knows_is_nobody() -> None:
    """The account that gave two reviews is gone: Ada's is the only one known."""
    store = told([*reviews({"Ada": 1}), *["!1 |  | 2026-02-01 | review approved"] * 2])
    assert drilled(store, METRIC) == {0: 1, 1: 1}
