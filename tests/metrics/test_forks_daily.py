"""Forks by day, worked by hand. Seen on 2026-03-05, so that 2026-01-05 is the first of 60 days."""

from folkmoot.metrics.forks_daily import METRIC
from worked_example import day, drilled, example, values

ACTS = """
    who | when | kind
    Ada | 2026-01-04 | fork
    Bob | 2026-01-05 | fork
    Cleo | 2026-02-02 | star
    Cleo | 2026-02-02 | fork
    ci[bot] | 2026-02-02 | fork
    Dan | 2026-02-02 | fork
"""


def test_each_day_has_its_own_and_older_ones_are_left_out() -> None:
    """Ada's is older than 60 days; the robot's never counts."""
    first, second = (day(text) // 86400 for text in ("2026-01-05", "2026-02-02"))
    community = example(acts=ACTS, as_of="2026-03-05")
    assert values(community, METRIC) == {first: 1, second: 2}
    assert drilled(community, METRIC) == {first: 1, second: 2}
