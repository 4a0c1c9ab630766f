"""From the first issue to the first merged change, worked by hand."""

from folkmoot.metrics.first_issue_to_first_change import METRIC
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
