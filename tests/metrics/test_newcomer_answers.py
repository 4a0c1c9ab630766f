"""Are newcomers answered, worked by hand."""

from folkmoot.metrics.newcomer_answers import METRIC
from worked_example import drilled, example, values

ITEMS = """
    item | who | opened | closed | merged | role
    #1 | Ada | 2026-01-01 | | | NONE
    #2 | Ada | 2026-01-02 | 2026-01-03 | | NONE
    #3 | Bob | 2026-02-01 | 2026-02-02 | | NONE
    #4 | Cleo | 2026-06-10 | | | CONTRIBUTOR
    !5 | Dan | 2026-03-01 | | |
    #6 | Eve | 2026-03-01 | | | MEMBER
    #7 | ci[bot] | 2026-03-01 | | | NONE
"""
REMARKS = """
    item | who | when | kind
    #1 | Eve | 2026-01-05 | comment
"""


def test_four_fates() -> None:
    """Worked out on paper.

    Newcomers: Ada was answered (her second issue does not count), Bob closed without a word, Cleo waits for
    5 days, Dan, of
    whom nobody says what he is to the project, is ignored since March. Eve is a member, and the robot nobody.
    """
    assert values(example(items=ITEMS, remarks=REMARKS), METRIC) == {
        (period, fate): 0.25
        for period in (1, 2026)
        for fate in ("answered", "closed without a word", "waiting", "ignored")
    }
    assert drilled(example(items=ITEMS, remarks=REMARKS), METRIC) == {1: 4, 2026: 4}
