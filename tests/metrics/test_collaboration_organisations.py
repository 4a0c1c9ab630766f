"""Which organisations work together, worked by hand."""

from folkmoot.metrics.collaboration_organisations import METRIC
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


def test_only_where_both_are_known() -> None:
    """acme and globex twice; nobody knows for whom Cleo works."""
    store = example(items=ITEMS, remarks=REMARKS)
    assert list(values(store, METRIC).values()) == [2]
    assert {row.label for row in answer(store, METRIC)} != {row.part for row in answer(store, METRIC)}
    assert drilled(store, METRIC) == {1: 2}
