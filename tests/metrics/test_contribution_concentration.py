"""How concentrated the work is, worked by hand."""

import pytest

from folkmoot.metrics.contribution_concentration import METRIC
from folkmoot.store.answer import answer, events
from worked_example import drilled, example, values


def test_the_few_are_those_with_the_most_commits() -> None:
    """8 commits: Ada 4, Bob 2, Cleo 1, Dan 1. The first made 4/8, the first three 7/8; there are no seven.

    Behind "top 1" stand Ada's 4 commits, behind "top 3" 7 of them.
    """
    store = example("""
        when       | who
        2026-01-01 | Dan
        2026-01-02 | Bob
        2026-01-03 | Bob
        2026-01-04 | Ada
        2026-01-05 | Ada
        2026-01-06 | Ada
        2026-01-07 | Ada
        2026-01-08 | Cleo
    """)
    assert values(store, METRIC) == {(1, "top 1"): 0.5, (1, "top 3"): 7 / 8}
    assert {row.n for row in answer(store, METRIC)} == {8}
    assert drilled(store, METRIC) == {1: 4 + 7}
    assert [label for _, label, _ in events(store, METRIC)] == ["top 1"] * 4 + ["top 3"] * 7


def test_twenty_equals_share_equally() -> None:
    rows = [f"2026-01-{number:02d} | P{number}" for number in range(1, 21)]
    store = example("\n".join(["when | who", *rows]))
    assert values(store, METRIC) == pytest.approx({
        (1, "top 1"): 1 / 20, (1, "top 3"): 3 / 20, (1, "top 7"): 7 / 20, (1, "top 10"): 10 / 20,
    })  # fmt: skip


def test_older_commits_bots_and_merges_are_out() -> None:
    """As of 15 June 2026 Ada's commit of 2025 and everything by the bot is out; Bob alone made all."""
    store = example("""
        when       | who     | also
        2025-01-01 | Ada     |
        2026-01-02 | Bob     |
        2026-01-03 | ci[bot] |
        2026-01-04 | Ada     | merge
    """)
    assert values(store, METRIC) == {(1, "top 1"): 1}
    assert drilled(store, METRIC) == {1: 1}


def test_no_person_is_named() -> None:
    store = example("""
        when       | who
        2026-01-01 | Ada
    """)
    assert {row.label for row in answer(store, METRIC)} == {"top 1"}


def test_a_commit_of_the_second_a_year_ago_is_out() -> None:
    """As of noon of 15 June 2026: Ada's commit is a year old to the second, Bob's a second younger."""
    store = example("when | who\n2025-06-15 12:00:00 | Ada\n2025-06-15 12:00:01 | Bob")
    assert [row.n for row in answer(store, METRIC)] == [1]
    assert drilled(store, METRIC) == {1: 1}
