"""From a star to a merge, worked by hand."""

from folkmoot.metrics.contributor_path import METRIC
from worked_example import drilled, example, values

ITEMS = """
    item | who | opened | closed | merged | merger
    #1 | Ada | 2026-01-01 | | |
    !2 | Bob | 2026-01-01 | | 2026-01-05 | Cleo
    !3 | Bob | 2026-01-01 | 2026-01-05 | |
    !4 | Cleo | 2026-01-01 | | 2026-01-05 | Cleo
    !5 | Dan | 2024-01-01 | | 2024-01-05 | Cleo
"""
REMARKS = """
    item | who | when | kind
    !2 | Cleo | 2026-01-02 | review approved
    !2 | Bob | 2026-01-02 | review commented
"""
ACTS = """
    who | when | kind
    Eve | 2026-02-01 | star
    Eve | 2026-02-01 | fork
"""


def test_people_on_each_step() -> None:
    """Worked out on paper.

    Eve looked; Ada asked and Bob answered; Bob and Cleo opened changes and had one merged; Cleo reviewed,
    and merged Bob's. Her own merge of her own change does not count, and 2024 is too long ago.
    """
    assert values(example(items=ITEMS, remarks=REMARKS, acts=ACTS), METRIC) == {
        (1, "starred or forked"): 1,
        (1, "asked or answered"): 2,
        (1, "opened a change"): 2,
        (1, "had a change merged"): 2,
        (1, "reviewed"): 1,
        (1, "merged"): 1,
    }
    assert drilled(example(items=ITEMS, remarks=REMARKS, acts=ACTS), METRIC) == {1: 2 + 2 + 3 + 2 + 1 + 1}
