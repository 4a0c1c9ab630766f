"""Forks, worked by hand."""

from folkmoot.metrics.forks import METRIC
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
