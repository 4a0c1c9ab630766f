"""First changes, worked by hand."""

from folkmoot.metrics.newcomer_changes import METRIC
from worked_example import drilled, example, values

ITEMS = """
    item | who | opened | closed | merged | role
    !1 | Ada | 2026-01-01 | | 2026-01-05 | NONE
    !2 | Ada | 2026-02-01 | 2026-02-05 | | NONE
    !3 | Bob | 2026-02-01 | 2026-02-05 | | NONE
    !4 | Cleo | 2026-01-01 | | | NONE
    !5 | Dan | 2026-01-01 | | | NONE
    !6 | Eve | 2026-01-01 | | 2026-01-05 | OWNER
"""
REMARKS = """
    item | who | when | kind
    !4 | Eve | 2026-01-02 | comment
    !5 | Eve | 2026-06-01 | comment
"""


def test_merged_closed_open_or_abandoned() -> None:
    """Worked out on paper.

    Ada's first was merged, Bob's closed; nobody said anything on Cleo's since January, while Dan's was
    spoken of in June.
    """
    assert values(example(items=ITEMS, remarks=REMARKS), METRIC) == {
        (period, fate): 0.25
        for period in (1, 2026)
        for fate in ("merged", "closed unmerged", "open", "abandoned")
    }
    assert drilled(example(items=ITEMS, remarks=REMARKS), METRIC) == {1: 4, 2026: 4}


def test_of_several_projects_together_the_first_change_counts() -> None:
    """Ada's change in the second project came first and was merged; her later one does not count."""
    items = """
        project | item | who | opened     | closed     | merged     | role
        1       | !1   | Ada | 2026-02-01 | 2026-02-02 |            | NONE
        2       | !1   | Ada | 2026-01-03 |            | 2026-01-05 | NONE
    """
    made = example(items=items)
    assert values(made, METRIC)[2026, "merged"] == 1
    assert drilled(made, METRIC) == {1: 1, 2026: 1}
