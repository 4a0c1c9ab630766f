"""Changes accepted, worked by hand."""

from folkmoot.metrics.change_acceptance import METRIC
from worked_example import drilled, example, values

ITEMS = """
    item | who | opened | closed | merged
    !1 | Ada | 2025-01-01 | | 2025-01-03
    !2 | Bob | 2026-02-01 | 2026-03-05 |
    !3 | Bob | 2026-03-01 | | 2026-03-02
    !4 | Bob | 2026-03-01 | |
    !5 | renovate[bot] | 2026-03-01 | | 2026-03-01
"""


def test_merged_of_those_decided() -> None:
    """2025: 1 of 1. 2026: !3 of !2 and !3, a half; !4 is open. The last 12 months are those of 2026."""
    assert values(example(items=ITEMS), METRIC) == {2025: 1, 2026: 0.5, 1: 0.5}
    assert drilled(example(items=ITEMS), METRIC) == {2025: 1, 2026: 2, 1: 2}
