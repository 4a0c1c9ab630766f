"""The contributor absence factor by lines, worked by hand."""

import pytest

from folkmoot.metrics.contributor_absence_factor_lines import METRIC
from folkmoot.store.answer import answer
from worked_example import drilled, example, values


def test_lines_weigh_not_commits() -> None:
    """Ada 1 + 1 lines in two commits, Bob 30 - 10 = 40 in one, Cleo 20 + 10 = 30 in one: of 72 Bob has 40."""
    store = example("""
        when       | who  | files
        2026-03-01 | Ada  | a.py +1
        2026-03-02 | Ada  | a.py +1
        2026-03-03 | Bob  | a.py +30 -10
        2026-03-04 | Cleo | a.py +20; b.py +10
    """)
    assert values(store, METRIC) == {0: 1, 1: 1}
    assert [row.n for row in answer(store, METRIC)] == [4, 4]
    assert drilled(store, METRIC) == {0: 4, 1: 4}


def test_the_vector_of_chaoss_gives_2() -> None:
    """[1000, 202, 90, 33, 332, 343, 42, 433] lines: 1000 + 433 pass half of 2475."""
    counts = [1000, 202, 90, 33, 332, 343, 42, 433]
    rows = [f"2026-03-0{number + 1} | P{number} | a.py +{count}" for number, count in enumerate(counts)]
    assert values(example("\n".join(["when | who | files", *rows])), METRIC) == {0: 2, 1: 2}


def test_commits_without_line_counts_are_out() -> None:
    """Bob's commit was not counted; Ada's 2025 commit is older than a year."""
    store = example("""
        when       | who  | files
        2025-03-01 | Ada  | a.py +5
        2026-03-02 | Bob  | a.py
    """)
    assert values(store, METRIC) == {0: 1}
    assert drilled(store, METRIC) == {0: 1}


def test_without_any_line_count_it_is_unknown() -> None:
    store = example("""
        when       | who  | files
        2026-03-02 | Bob  | a.py
    """)
    assert values(store, METRIC) == {}


def test_bots_and_merges_are_out() -> None:
    store = example("""
        when       | who     | files       | also
        2026-03-01 | Ada     | a.py +2     |
        2026-03-02 | Bob     | a.py +2     |
        2026-03-03 | Cleo    | a.py +2     |
        2026-03-04 | ci[bot] | lock +9000  |
        2026-03-05 | Dan     | a.py +9000  | merge
    """)
    assert values(store, METRIC) == {0: 2, 1: 2}
    assert drilled(store, METRIC) == {0: 3, 1: 3}


@pytest.mark.parametrize(
    ("ada", "bob", "cleo", "factor"),
    [(50, 26, 25, 2), (50, 26, 24, 1), (500, 250, 250, 1), (499, 251, 250, 2)],
)
def test_half_of_the_lines_is_enough_and_hardly_less_is_not(
    ada: int, bob: int, cleo: int, factor: int
) -> None:
    """50 lines of 101 are 49.5 %, and 50 of 100 are half."""
    rows = [
        f"2026-03-01 | {who} | a.py +{count}" for who, count in (("Ada", ada), ("Bob", bob), ("Cleo", cleo))
    ]
    assert values(example("\n".join(["when | who | files", *rows])), METRIC) == {0: factor, 1: factor}


def test_a_commit_of_the_second_a_year_ago_is_out() -> None:
    """As of noon of 15 June 2026: Ada's commit is a year old to the second, Bob's a second younger."""
    store = example("""
        when                | who | files
        2025-06-15 12:00:00 | Ada | a.py +9
        2025-06-15 12:00:01 | Bob | a.py +1
    """)
    assert {row.period: row.n for row in answer(store, METRIC)} == {0: 2, 1: 1}
    assert drilled(store, METRIC) == {0: 2, 1: 1}
