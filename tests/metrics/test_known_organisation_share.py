"""Share of contributions with a known organisation, worked by hand."""

from folkmoot.metrics.known_organisation_share import METRIC
from worked_example import drilled, example, values


def test_trailers_count_like_commits() -> None:
    """All time: Ada known twice, Bob unknown, Cleo known as reviewer = 3 of 4. Last 12 months: Ada and Bob,
    so 1 of 2."""
    store = example("""
        when       | who       | also
        2024-01-03 | Ada @acme | reviewed: Cleo @globex
        2026-01-03 | Ada @acme |
        2026-01-04 | Bob       |
    """)
    assert values(store, METRIC) == {0: 0.75, 1: 0.5}
    assert drilled(store, METRIC) == {0: 4, 1: 2}


def test_bots_and_merges_are_left_out() -> None:
    """What remains is Bob, unknown: 0 of 1."""
    store = example("""
        when       | who              | also
        2026-01-03 | build[bot] @acme |
        2026-01-04 | Ada @acme        | merge
        2026-01-05 | Bob              |
    """)
    assert values(store, METRIC) == {0: 0, 1: 0}
    assert drilled(store, METRIC) == {0: 1, 1: 1}


def test_a_contribution_of_the_second_a_year_ago_is_out() -> None:
    """As of noon of 15 June 2026: Ada's is a year old to the second, Bob's a second younger."""
    store = example("when | who\n2025-06-15 12:00:00 | Ada @acme\n2025-06-15 12:00:01 | Bob")
    assert drilled(store, METRIC) == {0: 2, 1: 1}
