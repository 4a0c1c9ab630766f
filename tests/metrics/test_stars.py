"""Stars given and taken back, worked by hand."""

from folkmoot.metrics.stars import METRIC
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


def test_given_and_taken_back() -> None:
    """January 2 given; February 2 given (one by nobody known) and 1 taken back. Robots do not count."""
    assert values(example(acts=ACTS), METRIC) == {
        (202601, "given"): 2,
        (202602, "given"): 2,
        (202602, "taken back"): 1,
    }
    assert drilled(example(acts=ACTS), METRIC) == {202601: 2, 202602: 3}


def test_forks_are_no_stars() -> None:
    """Neither given nor taken back: one row for Ada's star, and none for Bob's fork."""
    store = example(acts="who | when | kind\nAda | 2026-01-01 | star\nBob | 2026-01-02 | fork")
    assert [(row.period, row.label, row.value, row.n) for row in answer(store, METRIC)] == [
        (202601, "given", 1, 1)
    ]
