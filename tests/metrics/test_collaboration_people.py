"""Who works with whom, worked by hand."""

from folkmoot.metrics.collaboration_people import METRIC
from folkmoot.store.answer import answer
from worked_example import drilled, example

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


def test_pairs_both_ways_together() -> None:
    """Bob reviewed Ada's, Ada answered Bob's: 2.

    Ada reviewed Cleo's: 1. Her answer to herself, robots and 2024 do not count.
    """
    store = example(items=ITEMS, remarks=REMARKS)
    ada, bob, cleo = (
        store.execute("select person from person where name = ?", [name]).fetchall()[0][0]
        for name in ("Ada", "Bob", "Cleo")
    )
    pairs = {frozenset((row.label, row.part)): row.value for row in answer(store, METRIC)}
    assert pairs == {frozenset((str(ada), str(bob))): 2, frozenset((str(ada), str(cleo))): 1}
    assert drilled(store, METRIC) == {1: 3}
