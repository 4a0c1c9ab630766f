"""Contributors by what they did, worked by hand."""

from folkmoot.metrics.contributors_by_act import METRIC
from folkmoot.store.answer import events
from worked_example import drilled, example, values


def test_each_person_counts_once_per_month_and_act() -> None:
    """January: Ada and Bob write (Ada twice) = 2 authors; Bob co-writes = 1; Cleo reviews twice and Dan
    acknowledges = 2 reviewers; Eve tests and reports = 1 other. February: Ada alone."""
    store = example("""
        when       | who | also
        2026-01-03 | Ada | co: Bob; reviewed: Cleo; tested: Eve
        2026-01-09 | Ada | reviewed: Cleo; acked: Dan; reported: Eve
        2026-01-20 | Bob |
        2026-02-01 | Ada |
    """)
    assert values(store, METRIC) == {
        (202601, "authors"): 2,
        (202601, "co-authors"): 1,
        (202601, "reviewers"): 2,
        (202601, "others"): 1,
        (202602, "authors"): 1,
    }
    assert drilled(store, METRIC) == {202601: 3 + 1 + 3 + 2, 202602: 1}


def test_signing_off_is_no_act_of_its_own() -> None:
    """Cleo only signs off; Ada stays the one author."""
    store = example("""
        when       | who | also
        2026-01-03 | Ada | signed-off: Ada; signed-off: Cleo
    """)
    assert values(store, METRIC) == {(202601, "authors"): 1}


def test_bots_take_no_part_in_any_act() -> None:
    store = example("""
        when       | who      | also
        2026-01-03 | ci[bot]  | co: Copilot
        2026-01-04 | ci[bot]  | reviewed: Ada
    """)
    assert values(store, METRIC) == {(202601, "reviewers"): 1}


def test_drilling_down_keeps_the_acts_apart() -> None:
    store = example("""
        when       | who | also
        2026-01-03 | Ada | reviewed: Bob
    """)
    assert [label for _, label, _ in events(store, METRIC)] == ["authors", "reviewers"]
