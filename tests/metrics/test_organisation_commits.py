"""Commits by known and unknown organisation, worked by hand."""

from folkmoot.metrics.organisation_commits import METRIC
from worked_example import drilled, example, values

COMMITS = """
        when       | who              | also
        2025-01-03 | Ada @acme        |
        2025-02-03 | Ada @acme        |
        2025-03-03 | Bob              |
        2026-01-03 | Bob              |
        2026-01-04 | build[bot] @acme |
        2026-01-05 | Ada @acme        | merge
"""


def test_commits_are_split_in_two() -> None:
    """2025: Ada's two known, Bob's one unknown. 2026: Bob's; the bot and the merge are left out."""
    store = example(COMMITS)
    assert values(store, METRIC) == {(2025, "known"): 2, (2025, "unknown"): 1, (2026, "unknown"): 1}


def test_each_commit_stands_behind_its_year() -> None:
    """Three in 2025, one in 2026."""
    assert drilled(example(COMMITS), METRIC) == {2025: 3, 2026: 1}


def test_somebody_known_today_is_not_known_yesterday() -> None:
    """Ada wrote from a private address first, and from acme's later: each commit counts as it was."""
    store = example("""
        when       | who
        2026-01-03 | Ada
        2026-02-03 | Ada @acme
    """)
    assert values(store, METRIC) == {(2026, "known"): 1, (2026, "unknown"): 1}
