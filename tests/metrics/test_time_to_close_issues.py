"""Time to close issues, worked by hand."""

from folkmoot.metrics.time_to_close_issues import METRIC
from worked_example import drilled, example, values

ITEMS = """
    item | who | opened | closed
    #1 | Ada | 2025-01-01 | 2025-01-03
    #2 | Ada | 2025-02-01 | 2025-02-05
    #3 | Bob | 2025-03-01 |
    #4 | ci[bot] | 2025-03-01 | 2025-03-02
    !5 | Ada | 2025-03-01 | 2025-03-02
"""


def test_open_ones_are_censored() -> None:
    """#1 took 2 days, #2 took 4, #3 is open.

    The curve goes to 2/3 at 2 days and to 1/3 at 4: median 4, p90 not known. All were opened over a year
    ago.
    """
    assert values(example(items=ITEMS), METRIC) == {(2025, "median"): 4, (2025, "p90"): None}
    assert drilled(example(items=ITEMS), METRIC) == {2025: 6}
