"""Stars by day, worked by hand. Seen on 2026-03-05, so that 2026-01-05 is the first of 60 days."""

from folkmoot.metrics.stars_daily import METRIC
from folkmoot.store.answer import answer
from worked_example import day, drilled, example, values

ACTS = """
    who | when | kind
    Ada | 2026-01-04 | star
    Bob | 2026-01-05 | star
    Bob | 2026-02-02 | unstar
    Cleo | 2026-02-02 | fork
    Cleo | 2026-02-02 | star
     | 2026-02-02 | star
    ci[bot] | 2026-02-02 | star
    Dan | 2026-03-05 | star
"""


def test_each_day_has_its_own_and_older_ones_are_left_out() -> None:
    """Ada's is older than 60 days; the robot's never counts; somebody nobody knows does."""
    first, second, today = (day(text) // 86400 for text in ("2026-01-05", "2026-02-02", "2026-03-05"))
    community = example(acts=ACTS, as_of="2026-03-05")
    assert values(community, METRIC) == {
        (first, "given"): 1,
        (second, "given"): 2,
        (second, "taken back"): 1,
        (today, "given"): 1,
    }
    assert drilled(community, METRIC) == {first: 1, second: 3, today: 1}


def test_forks_are_no_stars() -> None:
    """Neither given nor taken back: one row for Ada's star, and none for Bob's fork."""
    store = example(acts="who | when | kind\nAda | 2026-06-14 | star\nBob | 2026-06-14 | fork")
    told = [(row.period, row.label, row.value) for row in answer(store, METRIC)]
    assert told == [(day("2026-06-14") // 86400, "given", 1)]
