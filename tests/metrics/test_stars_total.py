"""Stars in total, worked by hand."""

from folkmoot.metrics.stars_total import METRIC
from folkmoot.store.answer import answer
from worked_example import drilled, example, values

ACTS = """
    who | when | kind
    Ada | 2026-01-01 | star
    Bob | 2026-01-02 | star
    Bob | 2026-02-02 | unstar
    Cleo | 2026-02-02 | fork
    Cleo | 2026-02-03 | star
     | 2026-02-04 | star
    ci[bot] | 2026-02-05 | star
    ci[bot] | 2026-02-05 | fork
"""
SNAPSHOTS = """
    day | stars | forks
    2026-01-05 | 7 | 1
    2026-01-20 | 9 |
    2026-02-20 | 8 | 3
"""


def test_counted_and_added_up() -> None:
    """Counted: 9 on the last day of January that has a count, 8 in February.

    Added up: 2, then 2 + 3 - 1 = 4, robots included.
    """
    store = example(acts=ACTS, snapshots=SNAPSHOTS, as_of="2026-03-10")
    assert values(store, METRIC) == {
        (202601, "counted"): 9,
        (202602, "counted"): 8,
        (202601, "added up"): 2,
        (202602, "added up"): 4,
        (202603, "added up"): 4,
    }
    assert drilled(store, METRIC) == {202601: 2 + 1, 202602: 6 + 1, 202603: 6}


def test_a_month_in_which_a_project_was_not_counted_has_no_total() -> None:
    """In January only the first project was counted: 7 is not the total. In February both: 8 + 5."""
    store = example(
        snapshots="""
            project | day | stars | forks
            1 | 2026-01-05 | 7 | 7
            1 | 2026-02-20 | 8 | 8
            2 | 2026-02-21 | 5 | 5
        """,
        as_of="2026-03-10",
    )
    assert values(store, METRIC) == {(202602, "counted"): 13}
    assert drilled(store, METRIC) == {202602: 2}


def test_months_without_a_star_keep_the_sum() -> None:
    """One in January, none in February, one in March; n is the sum of each month too."""
    store = example(
        acts="who | when | kind\nAda | 2026-01-01 | star\nBob | 2026-03-01 | star", as_of="2026-03-10"
    )
    expected = {(202601, "added up"): 1, (202602, "added up"): 1, (202603, "added up"): 2}
    assert values(store, METRIC) == expected
    assert {(row.period, row.label): row.n for row in answer(store, METRIC)} == expected


def test_a_day_whose_count_is_not_known_says_nothing() -> None:
    """On 20 January the forks were counted alone: the 7 stars of the 5th are the last that are known."""
    store = example(
        snapshots="day | stars | forks\n2026-01-05 | 7 | 1\n2026-01-20 |  | 2", as_of="2026-01-31"
    )
    assert values(store, METRIC) == {(202601, "counted"): 7}
    assert drilled(store, METRIC) == {202601: 1}
