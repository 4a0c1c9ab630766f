"""Signed-off commits, worked by hand."""

import pytest

from folkmoot.metrics.sign_off_share import METRIC
from folkmoot.store.answer import answer
from worked_example import drilled, example, values


def test_any_sign_off_counts_once() -> None:
    """Ada's own, a maintainer's, both; none; a signature is no sign-off: 3 of 5."""
    store = example("""
        when       | who | also
        2025-01-01 | Ada | signed-off: Ada
        2025-01-02 | Ada | signed-off: Bob
        2025-01-03 | Ada | signed-off: Ada; signed-off: Bob
        2025-01-04 | Ada |
        2025-01-05 | Ada | signed
    """)
    assert values(store, METRIC) == pytest.approx({2025: 0.6})
    assert [row.n for row in answer(store, METRIC)] == [5]
    assert drilled(store, METRIC) == {2025: 5}


def test_years_before_the_first_sign_off_are_unknown_not_zero() -> None:
    store = example("""
        when       | who | also
        2023-01-01 | Ada |
        2024-01-01 | Ada | signed-off: Ada
        2025-01-01 | Ada |
    """)
    assert values(store, METRIC) == {2024: 1, 2025: 0}
    assert drilled(store, METRIC) == {2024: 1, 2025: 1}


def test_without_any_sign_off_it_is_unknown() -> None:
    store = example("""
        when       | who | also
        2023-01-01 | Ada | reviewed: Bob
    """)
    assert values(store, METRIC) == {}


def test_merges_and_bots_are_out() -> None:
    """The bot signed off in 2023: that does not begin the habit of the people."""
    store = example("""
        when       | who     | also
        2023-01-01 | ci[bot] | signed-off: ci[bot]
        2023-01-02 | Ada     |
        2025-01-01 | Ada     | signed-off: Ada
        2025-01-02 | Ada     | merge
    """)
    assert values(store, METRIC) == {2025: 1}
    assert drilled(store, METRIC) == {2025: 1}


def test_the_habit_begins_with_the_first_sign_off_of_a_persons_own_commit() -> None:
    """That of a merge in 2022 is none; 2023 begins it, not 2024. The robot's of 2024 is not counted."""
    store = example("""
        when       | who     | also
        2022-01-01 | Ada     | merge; signed-off: Ada
        2022-01-02 | Ada     |
        2023-01-01 | Ada     | signed-off: Ada
        2024-01-01 | Ada     | signed-off: Ada
        2024-01-02 | ci[bot] |
    """)
    assert values(store, METRIC) == {2023: 1, 2024: 1}
    assert drilled(store, METRIC) == {2023: 1, 2024: 1}


def test_each_project_begins_with_its_own_first() -> None:
    """The first begins with the earlier commits, the second a period later; the third never does."""
    store = example("""
        project | when       | who | also
        1       | 2025-01-01 | Ada | signed-off: Ada
        1       | 2025-01-01 | Ada |
        1       | 2026-01-01 | Ada |
        2       | 2025-01-01 | Bob |
        2       | 2026-01-01 | Ada | signed-off: Ada
        3       | 2025-01-01 | Bob |
        3       | 2026-01-01 | Bob |
    """)
    assert values(store, METRIC) == {2025: 0.5, 2026: 0.5}
    assert drilled(store, METRIC) == {2025: 2, 2026: 2}
