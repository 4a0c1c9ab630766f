"""Organisations per year, worked by hand."""

from folkmoot.metrics.organisational_diversity import METRIC
from worked_example import drilled, example, values


def test_an_organisation_counts_once_a_year() -> None:
    """2025: acme (two people, three commits) and globex = 2. 2026: initech = 1, Bob's is unknown."""
    store = example("""
        when       | who
        2025-01-03 | Ada @acme
        2025-02-03 | Dan @acme
        2025-03-03 | Ada @acme
        2025-04-03 | Cleo @globex
        2026-01-03 | Eve @initech
        2026-01-04 | Bob
    """)
    assert values(store, METRIC) == {2025: 2, 2026: 1}
    assert drilled(store, METRIC) == {2025: 4, 2026: 1}


def test_bots_and_merges_bring_no_organisation() -> None:
    """Only Ada's commit counts."""
    store = example("""
        when       | who                | also
        2026-01-03 | Ada @acme          |
        2026-01-04 | build[bot] @globex |
        2026-01-05 | Cleo @initech      | merge
    """)
    assert values(store, METRIC) == {2026: 1}
    assert drilled(store, METRIC) == {2026: 1}
