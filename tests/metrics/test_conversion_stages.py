"""From looking to contributing, worked by hand."""

from folkmoot.metrics.conversion_stages import METRIC
from worked_example import drilled, example, values

ITEMS = """
    item | who | opened | merged
    #1 | Ada | 2026-01-01 |
    !2 | Ada | 2026-01-01 | 2026-01-02
    !3 | Bob | 2026-01-01 | 2026-01-02
    #4 | Dan | 2026-01-01 |
"""
REMARKS = """
    item | who | when | kind
    !3 | Cleo | 2026-01-02 | comment
"""
ACTS = """
    who | when | kind
    Ada | 2026-02-01 | star
    Ada | 2026-02-02 | fork
    Bob | 2026-02-01 | fork
    Cleo | 2026-02-01 | star
    Eve | 2026-02-01 | star
    Dan | 2024-02-01 | star
    watch[bot] | 2026-02-01 | star
"""


def test_nested_stages() -> None:
    """D0: Ada, Bob, Cleo and Eve.

    D1: Ada asked, Cleo commented; Bob opened a change only. D2: of these two, Ada. Dan starred too long
    ago.
    """
    assert values(example(items=ITEMS, remarks=REMARKS, acts=ACTS), METRIC) == {
        (1, "looked (D0)"): 4,
        (1, "spoke (D1)"): 2,
        (1, "merged (D2)"): 1,
    }
    assert drilled(example(items=ITEMS, remarks=REMARKS, acts=ACTS), METRIC) == {1: 5 + 3 + 2}
