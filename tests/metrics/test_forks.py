"""Forks, worked by hand."""

from folkmoot.metrics.forks import METRIC
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


def test_by_people() -> None:
    """Cleo's alone."""
    assert values(example(acts=ACTS), METRIC) == {202602: 1}
    assert drilled(example(acts=ACTS), METRIC) == {202602: 1}


def test_everybody_s_forks_of_a_month_are_counted_and_no_robot_s() -> None:
    """March: Ada's, Bob's and that of somebody unknown are 3, beside two of robots. April: Ada's second."""
    store = example(
        acts="""
        who     | when       | kind
        Ada     | 2026-03-01 | fork
        Bob     | 2026-03-02 | fork
                | 2026-03-02 | fork
        ci[bot] | 2026-03-03 | fork
        up[bot] | 2026-03-03 | fork
        Ada     | 2026-04-01 | fork
    """
    )
    assert [(row.period, row.value, row.n) for row in answer(store, METRIC)] == [
        (202603, 3, 3),
        (202604, 1, 1),
    ]
    assert drilled(store, METRIC) == {202603: 3, 202604: 1}
