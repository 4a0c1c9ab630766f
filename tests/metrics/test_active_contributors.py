"""Active contributors, worked by hand."""

from folkmoot.metrics.active_contributors import METRIC
from worked_example import drilled, example, values


def test_people_count_once_a_month_however_they_contributed() -> None:
    """January: Ada (twice) and Bob as co-author = 2. February: Bob alone, the bot is out = 1."""
    store = example("""
        when       | who             | also
        2026-01-03 | Ada             | co: Bob
        2026-01-20 | Ada             |
        2026-02-01 | Bob             |
        2026-02-02 | dependabot[bot] |
    """)
    assert values(store, METRIC) == {202601: 2, 202602: 1}
    assert drilled(store, METRIC) == {202601: 3, 202602: 1}


def test_merging_is_not_contributing() -> None:
    """Cleo only merged, so the month has Ada alone."""
    store = example("""
        when       | who  | also
        2026-01-03 | Ada  |
        2026-01-04 | Cleo | merge
    """)
    assert values(store, METRIC) == {202601: 1}
