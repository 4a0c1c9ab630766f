"""Commits that name an AI tool, worked by hand."""

import pytest

from folkmoot.metrics.ai_assisted_share import METRIC
from folkmoot.store.answer import answer
from worked_example import drilled, example, values


def test_an_ai_counts_as_author_and_as_co_author() -> None:
    """March: Ada with Copilot and Claude itself, of four; the other bot is in neither number. 2 of 4."""
    store = example("""
        when       | who             | also
        2026-03-01 | Ada             | co: Copilot
        2026-03-02 | Claude          |
        2026-03-03 | Ada             | co: Bob
        2026-03-04 | Bob             |
        2026-03-05 | dependabot[bot] |
    """)
    assert values(store, METRIC) == pytest.approx({202603: 0.5})
    assert [row.n for row in answer(store, METRIC)] == [4]
    assert drilled(store, METRIC) == {202603: 4}


def test_what_another_bot_wrote_is_in_neither_number_whoever_helped_it() -> None:
    """An agent mends two updates of a robot, which are left out like its others: 1 of 2 in March."""
    store = example("""
        when       | who             | also
        2026-03-01 | dependabot[bot] | co: Copilot
        2026-03-02 | dependabot[bot] | helped: Claude
        2026-03-03 | Ada             | co: Claude
        2026-03-04 | Bob             |
    """)
    assert values(store, METRIC) == {202603: 0.5}
    assert [row.n for row in answer(store, METRIC)] == [2]
    assert drilled(store, METRIC) == {202603: 2}


def test_months_before_the_first_are_unknown_and_later_ones_an_honest_zero() -> None:
    store = example("""
        when       | who | also
        2026-01-01 | Ada |
        2026-02-01 | Ada | co: Claude
        2026-03-01 | Ada |
    """)
    assert values(store, METRIC) == {202602: 1, 202603: 0}
    assert drilled(store, METRIC) == {202602: 1, 202603: 1}


def test_without_any_declared_it_is_unknown() -> None:
    store = example("""
        when       | who             | also
        2026-01-01 | Ada             | co: Bob
        2026-01-02 | dependabot[bot] |
    """)
    assert values(store, METRIC) == {}


def test_merges_are_out() -> None:
    store = example("""
        when       | who    | also
        2026-01-01 | Ada    | co: Claude
        2026-01-02 | Claude | merge
    """)
    assert values(store, METRIC) == {202601: 1}
    assert drilled(store, METRIC) == {202601: 1}


def test_the_first_of_several_months_begins_the_series() -> None:
    """Named in March and in May: 1 of 1, in April 0 of 1, and in May 1 of 1; January is left out."""
    store = example("""
        when       | who | also
        2026-01-01 | Ada |
        2026-03-01 | Ada | co: Copilot
        2026-04-01 | Ada |
        2026-05-01 | Ada | co: Claude
    """)
    assert values(store, METRIC) == {202603: 1, 202604: 0, 202605: 1}


def test_each_project_begins_with_its_own_first() -> None:
    """The first begins with the earlier commits, the second a period later; the third never does."""
    store = example("""
        project | when       | who | also
        1       | 2025-01-01 | Ada | co: Claude
        1       | 2025-01-01 | Ada |
        1       | 2025-02-01 | Ada |
        2       | 2025-01-01 | Bob |
        2       | 2025-02-01 | Ada | co: Claude
        3       | 2025-01-01 | Bob |
        3       | 2025-02-01 | Bob |
    """)
    assert values(store, METRIC) == {202501: 0.5, 202502: 0.5}
    assert drilled(store, METRIC) == {202501: 2, 202502: 2}
