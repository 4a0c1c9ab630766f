"""Commits with a signature, worked by hand."""

from folkmoot.metrics.signed_commit_share import METRIC
from folkmoot.store.answer import answer
from worked_example import drilled, example, values


def test_signed_commits_of_a_year_over_all_of_it() -> None:
    """2024: none of one, an honest zero. 2025: 1 of 2; the sign-off is no signature."""
    store = example("""
        when       | who | also
        2024-01-01 | Ada |
        2025-01-01 | Ada | signed
        2025-01-02 | Bob | signed-off: Bob
    """)
    assert values(store, METRIC) == {2024: 0, 2025: 0.5}
    assert {row.period: row.n for row in answer(store, METRIC)} == {2024: 1, 2025: 2}
    assert drilled(store, METRIC) == {2024: 1, 2025: 2}


def test_the_forges_signature_on_merges_and_bots_is_out() -> None:
    store = example("""
        when       | who             | also
        2025-01-01 | Ada             |
        2025-01-02 | Ada             | merge; signed
        2025-01-03 | dependabot[bot] | signed
    """)
    assert values(store, METRIC) == {2025: 0}
    assert drilled(store, METRIC) == {2025: 1}
