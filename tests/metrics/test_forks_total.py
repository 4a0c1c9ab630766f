"""Forks in total, worked by hand."""

from folkmoot.metrics.forks_total import METRIC
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
    """Counted: 1 in January (the later count does not say), 3 in February.

    Added up: Cleo's and the robot's.
    """
    store = example(acts=ACTS, snapshots=SNAPSHOTS, as_of="2026-02-25")
    assert values(store, METRIC) == {
        (202601, "counted"): 1,
        (202602, "counted"): 3,
        (202602, "added up"): 2,
    }
    assert drilled(store, METRIC) == {202601: 1, 202602: 1 + 2}


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


def test_a_month_without_a_fork_has_what_was_there() -> None:
    """One in January, two in March: 1, 1 and 3 added up, and n is the same."""
    acts = "who | when | kind\nAda | 2026-01-02 | fork\nBob | 2026-03-01 | fork\nCleo | 2026-03-01 | fork"
    rows = answer(example(acts=acts, as_of="2026-03-10"), METRIC)
    assert [(row.period, row.value, row.n) for row in rows] == [
        (202601, 1, 1),
        (202602, 1, 1),
        (202603, 3, 3),
    ]


def test_the_last_count_of_a_month_counts() -> None:
    """Two forks on the 5th, one on the 20th: one was deleted."""
    snapshots = "day | stars | forks\n2026-01-05 | 7 | 2\n2026-01-20 | 7 | 1"
    store = example(snapshots=snapshots, as_of="2026-01-25")
    assert values(store, METRIC) == {(202601, "counted"): 1}
    assert drilled(store, METRIC) == {202601: 1}


def test_none_is_a_count() -> None:
    store = example(snapshots="day | stars | forks\n2026-01-05 | 7 | 0", as_of="2026-01-25")
    assert values(store, METRIC) == {(202601, "counted"): 0}
    assert drilled(store, METRIC) == {202601: 1}


def test_one_fork_is_there_in_each_month_since() -> None:
    acts = "who | when | kind\nAda | 2026-01-02 | fork"
    assert values(example(acts=acts, as_of="2026-02-10"), METRIC) == {
        (202601, "added up"): 1,
        (202602, "added up"): 1,
    }
