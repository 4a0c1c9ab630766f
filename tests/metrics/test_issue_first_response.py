"""Time to first response to issues, worked by hand."""

from folkmoot.metrics.issue_first_response import METRIC
from worked_example import drilled, example, values

ITEMS = """
    item | who | opened | closed | merged | role
    #1 | Ada | 2026-01-01 | | | NONE
    #2 | Bob | 2026-01-01 | 2026-01-05 | | NONE
    !3 | Ada | 2026-02-01 | 2026-02-04 | 2026-02-04 | NONE
    !4 | Bob | 2026-02-01 | 2026-02-09 | | NONE
    !5 | Cleo | 2026-03-01 | | | MEMBER
    !6 | renovate[bot] | 2026-03-01 | 2026-03-02 | 2026-03-02 | NONE
"""
REMARKS = """
    item | who | when | kind
    #1 | ci[bot] | 2026-01-01 13:00 | comment
    #1 | Ada | 2026-01-02 | comment
    #1 | Cleo | 2026-01-03 | comment
    !3 | Cleo | 2026-02-01 18:00 | review approved
    !4 | Cleo | 2026-02-20 | comment
"""


def test_issues_only() -> None:
    """Two issues: #1 answered after 48 hours, #2 closed unanswered after 96, later than that.

    The curve goes from 1 to 1/2 at 48 hours.
    """
    assert values(example(items=ITEMS, remarks=REMARKS), METRIC) == {
        (1, "median"): 48,
        (1, "p90"): None,
        (2026, "median"): 48,
        (2026, "p90"): None,
    }
    assert drilled(example(items=ITEMS, remarks=REMARKS), METRIC) == {1: 4, 2026: 4}
