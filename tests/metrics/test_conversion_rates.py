"""Conversion rates, worked by hand."""

from folkmoot.metrics.conversion_rates import METRIC
from folkmoot.model.statistics import wilson_interval
from folkmoot.store.answer import answer, events
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


def test_each_step_of_the_one_before() -> None:
    """D0 4, D1 2, D2 1: a half, and a half again, with Wilson's interval of 2 of 4 and of 1 of 2."""
    assert values(example(items=ITEMS, remarks=REMARKS, acts=ACTS), METRIC) == {
        (1, "spoke (D1/D0)"): 0.5,
        (1, "merged (D2/D1)"): 0.5,
    }
    first, second = answer(example(items=ITEMS, remarks=REMARKS, acts=ACTS), METRIC)
    assert (first.n, second.n) == (4, 2)
    assert (first.low, first.high) == wilson_interval(2, 4)
    assert (second.low, second.high) == wilson_interval(1, 2)


def test_who_looked_on_the_second_a_year_ago_is_not_of_the_last_twelve_months() -> None:
    """Ada starred a year ago to the second, Bob a second later: only Bob is asked about, and he spoke."""
    acts = """
        who | when                | kind
        Ada | 2025-06-15 12:00:00 | star
        Bob | 2025-06-15 12:00:01 | star
    """
    store = example(items="item | who | opened\n#1 | Bob | 2026-01-01", acts=acts)
    assert values(store, METRIC) == {(1, "spoke (D1/D0)"): 1, (1, "merged (D2/D1)"): 0}
    assert drilled(store, METRIC) == {1: 2}


def test_an_offer_is_not_landed_until_it_is_merged() -> None:
    """Ada's change was refused, and Bob's issue was closed: both spoke, and neither landed anything."""
    items = """
        item | who | opened     | closed
        !1   | Ada | 2026-01-01 | 2026-01-02
        #2   | Ada | 2026-01-01 |
        #3   | Bob | 2026-01-01 | 2026-01-02
    """
    acts = "who | when | kind\nAda | 2026-02-01 | star\nBob | 2026-02-01 | fork"
    assert values(example(items=items, acts=acts), METRIC) == {
        (1, "spoke (D1/D0)"): 1,
        (1, "merged (D2/D1)"): 0,
    }


def test_who_did_everything_many_times_is_one_person() -> None:
    """Ada starred twice, opened two issues and commented on both; Bob only starred: 1 of 2, and 0 of 1."""
    items = "item | who | opened\n#1 | Ada | 2026-01-01\n#2 | Ada | 2026-01-02"
    remarks = "item | who | when\n#1 | Ada | 2026-01-03\n#2 | Ada | 2026-01-03"
    acts = "who | when | kind\nAda | 2026-02-01 | star\nAda | 2026-02-03 | star\nBob | 2026-02-01 | star"
    store = example(items=items, remarks=remarks, acts=acts)
    assert [(row.value, row.n) for row in answer(store, METRIC)] == [(0.5, 2), (0, 1)]


def test_stars_behind_the_second_step_are_those_of_who_took_the_first() -> None:
    """Three stars stand behind the first share; of the second, Bob's one, who spoke."""
    store = example(
        items="item | who | opened\n#1 | Bob | 2026-01-01",
        acts="who | when | kind\nAda | 2026-02-01 | star\nBob | 2026-02-01 | star\nCleo | 2026-02-01 | star",
    )
    labels = [label for _, label, _ in events(store, METRIC)]
    assert (labels.count("spoke (D1/D0)"), labels.count("merged (D2/D1)")) == (3, 1)


def test_without_stars_and_forks_nothing_is_claimed() -> None:
    assert values(example(items=ITEMS), METRIC) == {}


def test_where_nobody_spoke_the_second_share_is_not_known() -> None:
    store = example(acts="who | when | kind\nAda | 2026-02-01 | star\n | 2026-02-01 | star")
    assert values(store, METRIC) == {(1, "spoke (D1/D0)"): 0}


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
    """Both spoke, and Dan alone had a change merged: 2 of 2, and 1 of 2.

    Behind each share stands one star or fork for each of them: neither older ones nor other acts.
    """
    store = example(items=NEAR_ITEMS, acts=NEAR_ACTS)
    assert [(row.value, row.n) for row in answer(store, METRIC)] == [(1, 2), (0.5, 2)]
    assert drilled(store, METRIC) == {1: 2 + 2}
