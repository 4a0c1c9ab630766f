"""Commits that name a reviewer, worked by hand."""

import pytest

from folkmoot.metrics.review_share import METRIC
from folkmoot.store.answer import answer
from worked_example import drilled, example, values


def test_a_review_by_another_human_counts() -> None:
    """2025: reviewed by Bob, acknowledged by Cleo: yes. By herself, by a bot, by nobody: no. 2 of 5."""
    store = example("""
        when       | who | also
        2025-01-01 | Ada | reviewed: Bob
        2025-01-02 | Ada | acked: Cleo
        2025-01-03 | Ada | reviewed: Ada
        2025-01-04 | Ada | reviewed: ci[bot]
        2025-01-05 | Ada | tested: Bob
    """)
    assert values(store, METRIC) == pytest.approx({2025: 0.4})
    assert [row.n for row in answer(store, METRIC)] == [5]
    assert drilled(store, METRIC) == {2025: 5}


def test_a_commit_reviewed_twice_counts_once() -> None:
    store = example("""
        when       | who | also
        2025-01-01 | Ada | reviewed: Bob; reviewed: Cleo; acked: Dan
    """)
    assert values(store, METRIC) == {2025: 1}


def test_years_before_the_first_review_trailer_are_unknown_not_zero() -> None:
    """2023 is before the habit began; 2026 is after it and an honest zero."""
    store = example("""
        when       | who | also
        2023-01-01 | Ada |
        2024-01-01 | Ada | reviewed: Bob
        2024-01-02 | Ada |
        2026-01-01 | Ada |
    """)
    assert values(store, METRIC) == {2024: 0.5, 2026: 0}
    assert drilled(store, METRIC) == {2024: 2, 2026: 1}


def test_without_any_such_trailer_it_is_unknown() -> None:
    store = example("""
        when       | who | also
        2023-01-01 | Ada | signed-off: Ada
    """)
    assert values(store, METRIC) == {}


def test_merges_and_bots_are_not_asked_for_reviews() -> None:
    store = example("""
        when       | who             | also
        2025-01-01 | Ada             | reviewed: Bob
        2025-01-02 | dependabot[bot] | reviewed: Bob
        2025-01-03 | dependabot[bot] |
        2025-01-04 | Ada             | merge
    """)
    assert values(store, METRIC) == {2025: 1}
    assert drilled(store, METRIC) == {2025: 1}


def test_the_habit_begins_with_the_first_review_of_a_persons_own_commit() -> None:
    """What a robot's commit or a merge said in 2022 and 2023 is none; 2024 begins it, not 2025."""
    store = example("""
        when       | who             | also
        2022-01-01 | dependabot[bot] | reviewed: Bob
        2022-01-02 | Ada             |
        2023-01-01 | Ada             | merge; reviewed: Bob
        2023-01-02 | Ada             |
        2024-01-01 | Ada             | reviewed: Bob
        2025-01-01 | Ada             | reviewed: Bob
    """)
    assert values(store, METRIC) == {2024: 1, 2025: 1}


def test_each_project_begins_with_its_own_first() -> None:
    """The first begins with the earlier commits, the second a period later; the third never does."""
    store = example("""
        project | when       | who | also
        1       | 2025-01-01 | Ada | reviewed: Bob
        1       | 2025-01-01 | Ada |
        1       | 2026-01-01 | Ada |
        2       | 2025-01-01 | Bob |
        2       | 2026-01-01 | Ada | reviewed: Bob
        3       | 2025-01-01 | Bob |
        3       | 2026-01-01 | Bob |
    """)
    assert values(store, METRIC) == {2025: 0.5, 2026: 0.5}
    assert drilled(store, METRIC) == {2025: 2, 2026: 2}
