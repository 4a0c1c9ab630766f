"""From the first issue to the first merged change, worked by hand."""

from folkmoot.metrics.first_issue_to_first_change import METRIC
from folkmoot.store.answer import events
from worked_example import drilled, example, values

ITEMS = """
    item | who | opened | merged
    #1 | Ada | 2026-01-01 |
    #2 | Ada | 2026-01-09 |
    !3 | Ada | 2026-01-05 | 2026-01-11
    !4 | Ada | 2026-02-05 | 2026-02-11
    #5 | Bob | 2026-01-01 |
    !6 | Bob | 2026-01-05 | 2026-01-31
    #7 | Cleo | 2026-02-01 |
    !8 | Cleo | 2025-02-01 | 2025-02-03
    #9 | Dan | 2026-02-01 |
"""


def test_days_of_those_who_made_it() -> None:
    """Ada took 10 days, Bob 30: median 20, p90 30. Cleo's change came first; Dan has none."""
    assert values(example(items=ITEMS), METRIC) == {
        (1, "median"): 20,
        (1, "p90"): 30,
        (2026, "median"): 20,
        (2026, "p90"): 30,
    }
    assert drilled(example(items=ITEMS), METRIC) == {1: 4, 2026: 4}


def test_robots_and_strangers_take_no_steps() -> None:
    """A robot's issue and change, and those of accounts that are gone, are nobody's way in."""
    items = """
        item | who     | opened     | merged
        #1   | ci[bot] | 2026-01-01 |
        !2   | ci[bot] | 2026-01-02 | 2026-01-03
        #3   |         | 2026-01-01 |
        !4   |         | 2026-01-02 | 2026-01-03
    """
    assert values(example(items=items), METRIC) == {}


def test_only_a_merge_arrives() -> None:
    """Ada's first change is open and her second came in after 9 days; a closed issue is no change."""
    items = """
        item | who | opened     | closed     | merged
        #1   | Ada | 2026-01-01 | 2026-01-02 |
        !2   | Ada | 2026-01-02 |            |
        !3   | Ada | 2026-01-03 |            | 2026-01-10
        #4   | Bob | 2026-01-01 | 2026-01-05 |
    """
    store = example(items=items)
    assert values(store, METRIC)[2026, "median"] == 9
    assert drilled(store, METRIC) == {1: 2, 2026: 2}


def test_an_issue_in_the_second_of_the_merge_did_not_come_before_it() -> None:
    items = """
        item | who | opened              | merged
        #1   | Ada | 2026-01-05 12:00:00 |
        !2   | Ada | 2026-01-01 12:00:00 | 2026-01-05 12:00:00
    """
    assert values(example(items=items), METRIC) == {}


def test_the_year_is_that_of_the_merge() -> None:
    """Asked in 2024, merged in the last second of 2024: of 2024, and not of the last 12 months."""
    items = """
        item | who | opened     | merged
        #1   | Ada | 2024-12-30 23:59:59 |
        !2   | Ada | 2024-12-30 | 2024-12-31 23:59:59
    """
    assert values(example(items=items), METRIC) == {(2024, "median"): 1, (2024, "p90"): 1}


def test_the_first_merge_counts_whichever_number_it_has() -> None:
    """Ada asked on 1 January 2024; !3 was merged 60 days later, !2 two years later, and !4 is open.

    The one is of 2024, and it alone stands behind both numbers.
    """
    items = """
        item | who | opened     | merged
        #1   | Ada | 2024-01-01 |
        !2   | Ada | 2024-02-01 | 2026-01-05
        !3   | Ada | 2024-02-02 | 2024-03-01
        !4   | Ada | 2024-01-02 |
    """
    store = example(items=items)
    assert values(store, METRIC) == {(2024, "median"): 60, (2024, "p90"): 60}
    assert {event for _, _, event in events(store, METRIC)} == {"test:!3"}
