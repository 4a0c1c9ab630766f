"""Age of open changes, worked by hand."""

from folkmoot.metrics.change_backlog_age import METRIC
from folkmoot.store.answer import answer
from worked_example import drilled, example, values

ITEMS = """
    item | who | opened | closed
    !1 | Ada | 2026-06-10 |
    !2 | Ada | 2026-05-20 |
    !3 | Ada | 2026-05-19 |
    !4 | Ada | 2024-01-01 |
    !5 | Ada | 2024-01-01 | 2026-01-01
    !6 | ci[bot] | 2024-01-01 |
    #7 | Ada | 2026-04-01 |
"""


def test_bands_of_age() -> None:
    """As of 15 June: 5, 26 and 27 days, and over two years.

    What is closed, a robot's or of the other sort is not here.
    """
    assert values(example(items=ITEMS), METRIC) == {
        (0, "under a week"): 1,
        (0, "under a month"): 2,
        (0, "over a year"): 1,
    }
    assert {row.n for row in answer(example(items=ITEMS), METRIC)} == {4}
    assert drilled(example(items=ITEMS), METRIC) == {0: 4}
