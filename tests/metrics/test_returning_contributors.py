"""Contributors who came back, worked by hand."""

from folkmoot.metrics.returning_contributors import METRIC
from worked_example import drilled, example, values


def test_coming_back_takes_more_than_183_days_of_silence() -> None:
    """Ada: 1 January to 3 July 2025 is 183 days, not enough. Bob: to 4 July is 184 days, so he came back."""
    store = example("""
        when       | who
        2025-01-01 | Ada
        2025-01-01 | Bob
        2025-07-03 | Ada
        2025-07-04 | Bob
    """)
    assert values(store, METRIC) == {202507: 1}
    assert drilled(store, METRIC) == {202507: 1}


def test_every_return_counts_and_everything_of_its_day_is_behind_it() -> None:
    """Ada returns in January 2025 (two commits that day, one the next) and in January 2026."""
    store = example("""
        when             | who
        2024-01-01       | Ada
        2025-01-10 09:00 | Ada
        2025-01-10 15:00 | Ada
        2025-01-11       | Ada
        2026-01-10       | Ada
    """)
    assert values(store, METRIC) == {202501: 1, 202601: 1}
    assert drilled(store, METRIC) == {202501: 2, 202601: 1}


def test_the_first_contribution_is_no_return() -> None:
    store = example("""
        when       | who
        2024-01-01 | Ada
        2026-01-01 | Bob
    """)
    assert values(store, METRIC) == {}


def test_a_review_ends_a_silence_and_a_bot_never_returns() -> None:
    store = example("""
        when       | who     | also
        2024-01-01 | Ada     |
        2024-01-01 | ci[bot] |
        2026-01-01 | ci[bot] | reviewed: Ada
    """)
    assert values(store, METRIC) == {202601: 1}


def test_the_silence_runs_between_the_nearest_days_of_two_months() -> None:
    """Ada: 31 January to 2 August 2025 is 183 days, though 1 January is further away. Bob: 184 days, until
    3 August, and his second day in August is no second return."""
    store = example("""
        when       | who
        2025-01-01 | Ada
        2025-01-31 | Ada
        2025-08-02 | Ada
        2025-08-31 | Ada
        2025-01-31 | Bob
        2025-08-03 | Bob
        2025-08-30 | Bob
    """)
    assert values(store, METRIC) == {202508: 1}
    assert drilled(store, METRIC) == {202508: 1}


def test_one_commit_that_its_author_signed_off_is_one_event() -> None:
    store = example("when | who | also\n2025-01-01 | Ada |\n2026-01-01 | Ada | signed-off: Ada")
    assert drilled(store, METRIC) == {202601: 1}
