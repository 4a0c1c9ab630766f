"""Who carries the collaboration, worked by hand."""

from folkmoot.metrics.openrank import METRIC, finish
from folkmoot.model.metric import Row
from folkmoot.store.answer import answer
from worked_example import drilled, example, values

ITEMS = """
    item | who | opened
    !1 | Ada @acme | 2026-01-01
    #2 | Bob @globex | 2026-01-01
    !3 | Cleo | 2026-01-01
    !4 | renovate[bot] | 2026-01-01
    !5 | Ada @acme | 2024-01-01
"""
REMARKS = """
    item | who | when | kind
    !1 | Bob @globex | 2026-01-02 | review approved
    !1 | Ada @acme | 2026-01-03 | comment
    #2 | Ada @acme | 2026-01-03 | comment
    !3 | Ada @acme | 2026-01-03 | review approved
    !4 | Ada @acme | 2026-01-03 | review approved
    !3 | ci[bot] | 2026-01-03 | comment
    !5 | Cleo | 2024-01-03 | comment
"""


def test_few_people_at_the_centre() -> None:
    """Ada stands between Bob and Cleo: Ada's rank is 4/3, theirs are 5/6 each; half of 3 needs two people."""
    assert values(example(items=ITEMS, remarks=REMARKS), METRIC) == {1: 2}
    assert {row.n for row in answer(example(items=ITEMS, remarks=REMARKS), METRIC)} == {3}
    assert drilled(example(items=ITEMS, remarks=REMARKS), METRIC) == {1: 3}


def test_a_star_of_eight_rests_on_few() -> None:
    """Worked out on paper.

    The centre c and 8 leaves: c = 0.5 + 0.5 x 8 l, l = 0.5 + 0.5 c / 8 gives c = 10/3 and l = 17/24; half
    of 9 needs c and two leaves.
    """
    rows = [Row(1, 1, 1, "c", str(leaf)) for leaf in range(8)]
    assert [(row.value, row.n) for row in finish(rows)] == [(3, 9)]
