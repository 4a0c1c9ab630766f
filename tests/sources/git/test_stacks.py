"""What each merge brought, on histories small enough to draw."""

from __future__ import annotations

import pytest

from folkmoot.sources.git.graph import Graph
from folkmoot.sources.git.stacks import Stacks

PARENTS = {
    1: [], 2: [1], 9: [2, 8],  # the main line: 9 merges a long branch whose tip is 8
    3: [1], 6: [3, 5], 8: [6, 7],  # that branch: 6 and 8 merge shorter ones
    4: [3], 5: [4], 7: [6],
}  # fmt: skip


@pytest.fixture
def stacks() -> Stacks:
    graph = Graph({commit: list(parents) for commit, parents in PARENTS.items()})
    return Stacks(graph, graph.landings(9))


def test_a_merge_on_the_main_line_brought_the_whole_branch(stacks: Stacks) -> None:
    assert sorted(stacks.work(8, 9, 100)) == [3, 4, 5, 6, 7, 8]


def test_a_merge_within_a_branch_brought_its_own(stacks: Stacks) -> None:
    assert sorted(stacks.work(5, 6, 100)) == [4, 5]
    assert stacks.work(7, 8, 100) == [7]


def test_what_was_merged_within_a_branch_is_all_that_came_with_its_head(stacks: Stacks) -> None:
    """9 brought 5 by way of 6, and 3 stood there before; 8 and 6 are of the branch itself."""
    assert sorted(stacks.work(5, 9, 100)) == [4, 5]
    assert sorted(stacks.work(6, 9, 100)) == [3, 4, 5, 6]


def test_a_merge_within_a_merge_within_a_branch() -> None:
    """10 merges 8, which merges 6, which merges 4."""
    parents = {1: [], 2: [1], 4: [1], 5: [1], 6: [5, 4], 7: [1], 8: [7, 6], 10: [2, 8]}
    graph = Graph(parents)
    stacks = Stacks(graph, graph.landings(10))
    assert stacks.work(4, 6, 100) == [4]
    assert sorted(stacks.work(6, 8, 100)) == [4, 5, 6]


def test_a_head_that_came_another_way_tells_nothing(stacks: Stacks) -> None:
    assert stacks.work(7, 6, 100) == []
    assert stacks.work(2, 9, 100) == []
    assert stacks.work(77, 9, 100) == []
    assert stacks.work(8, 77, 100) == []


def test_a_commit_of_the_main_line_brought_itself(stacks: Stacks) -> None:
    assert stacks.work(2, 2, 100) == [2]


def test_over_the_limit_nothing_is_told(stacks: Stacks) -> None:
    assert len(stacks.work(8, 9, 6)) == 6
    assert stacks.work(8, 9, 5) == []
