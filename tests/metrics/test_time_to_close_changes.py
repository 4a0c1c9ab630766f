"""Time to close changes, worked by hand."""

from folkmoot.metrics.time_to_close_changes import METRIC
from worked_example import drilled, example, values

ITEMS = """
    item | who | opened | closed | merged
    !1 | Ada | 2026-01-01 | | 2026-01-03
    !2 | Ada | 2026-02-01 | 2026-02-05 |
    #3 | Ada | 2026-03-01 | 2026-03-02 |
"""


def test_merged_and_closed_alike() -> None:
    """Worked out on paper.

    !1 merged after 2 days, !2 closed after 4: the curve lies on a half from 2 to 4, so the median is 3; p90
    is 4.
    """
    assert values(example(items=ITEMS), METRIC) == {
        (1, "median"): 3,
        (1, "p90"): 4,
        (2026, "median"): 3,
        (2026, "p90"): 4,
    }
    assert drilled(example(items=ITEMS), METRIC) == {1: 4, 2026: 4}
