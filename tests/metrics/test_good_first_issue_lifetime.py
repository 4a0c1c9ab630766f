"""How long issues for newcomers last, worked by hand."""

from folkmoot.metrics.good_first_issue_lifetime import METRIC
from worked_example import drilled, example, values

ITEMS = """
    item | who | opened | closed | also
    #1 | Ada | 2026-01-01 | 2026-01-04 | label: good first issue; label: easy
    #2 | Bob | 2026-02-09 | | label: Newcomer
    #3 | Bob | 2026-02-01 | 2026-02-02 | label: bug
"""


def test_days_until_closed() -> None:
    """#1 lasted 3 days, though labelled twice; #2 is open. The curve reaches a half at 3 days and stays."""
    assert values(example(items=ITEMS), METRIC) == {
        (1, "median"): 3,
        (1, "p90"): None,
        (2026, "median"): 3,
        (2026, "p90"): None,
    }
    assert drilled(example(items=ITEMS), METRIC) == {1: 4, 2026: 4}
