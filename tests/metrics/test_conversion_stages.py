"""From looking to contributing, worked by hand."""

from folkmoot.metrics.conversion_stages import METRIC
from folkmoot.store.answer import answer
from worked_example import drilled, example, values

ITEMS = """
    item | who | opened | merged
    #1 | Ada | 2026-01-01 |
    !2 | Ada | 2026-01-01 | 2026-01-02
    !3 | Bob | 2026-01-01 | 2026-01-02
    #4 | Dan | 2026-01-01 |
"""
REMARKS = """
    item | who | when | kind
    !3 | Cleo | 2026-01-02 | comment
"""
ACTS = """
    who | when | kind
    Ada | 2026-02-01 | star
    Ada | 2026-02-02 | fork
    Bob | 2026-02-01 | fork
    Cleo | 2026-02-01 | star
    Eve | 2026-02-01 | star
    Dan | 2024-02-01 | star
    watch[bot] | 2026-02-01 | star
"""


def test_nested_stages() -> None:
    """D0: Ada, Bob, Cleo and Eve.

    D1: Ada asked, Cleo commented; Bob opened a change only. D2: of these two, Ada. Dan starred too long
    ago.
    """
    assert values(example(items=ITEMS, remarks=REMARKS, acts=ACTS), METRIC) == {
        (1, "looked (D0)"): 4,
        (1, "spoke (D1)"): 2,
        (1, "merged (D2)"): 1,
    }
    assert drilled(example(items=ITEMS, remarks=REMARKS, acts=ACTS), METRIC) == {1: 5 + 3 + 2}


NEAR_ITEMS = """
    item | who | opened     | closed     | merged
    #1   | Ada | 2026-01-01 |            |
    !2   | Ada | 2026-01-01 | 2026-01-02 |
    #3   | Dan | 2026-01-01 |            |
    !4   | Dan | 2026-01-01 |            | 2026-01-02
"""
NEAR_ACTS = """
    who        | when                | kind
    Ada        | 2026-02-01          | star
    Ada        | 2026-02-02          | unstar
    Ada        | 2025-06-15 12:00:00 | fork
    Dan        | 2026-02-01          | fork
    Dan        | 2026-02-02          | push
    Dan        | 2024-02-01          | star
    Dan        | 2025-06-15 12:00:00 | star
    Bob        | 2025-06-15 12:00:00 | star
    Cleo       | 2026-02-01          | push
    watch[bot] | 2026-02-01          | star
               | 2026-02-01          | star
"""
"""Two looked, Ada and Dan: Bob's star is a year old to the second, and the others are nobody or pushed."""


def test_only_stars_and_forks_of_people_in_the_last_twelve_months_are_looks() -> None:
    """Ada and Dan looked and spoke; Dan's change was merged, and Ada's was refused.

    Behind each step stands one star or fork for each of them: neither older ones nor other acts.
    """
    store = example(items=NEAR_ITEMS, acts=NEAR_ACTS)
    assert values(store, METRIC) == {(1, "looked (D0)"): 2, (1, "spoke (D1)"): 2, (1, "merged (D2)"): 1}
    assert {row.n for row in answer(store, METRIC)} == {2}
    assert drilled(store, METRIC) == {1: 2 + 2 + 1}


def test_one_who_looked_and_did_nothing_else_is_told_of() -> None:
    acts = "who | when | kind\nAda | 2026-02-01 | star"
    assert values(example(acts=acts), METRIC) == {
        (1, "looked (D0)"): 1,
        (1, "spoke (D1)"): 0,
        (1, "merged (D2)"): 0,
    }


def test_without_stars_and_forks_nothing_is_claimed() -> None:
    assert values(example(items=ITEMS, remarks=REMARKS), METRIC) == {}
