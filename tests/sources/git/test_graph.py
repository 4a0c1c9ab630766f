"""The graph of commits, and the dates of those that have none."""

from hypothesis import given
from hypothesis import strategies as st

from folkmoot.sources.git.graph import Graph, settled


def graph_of(parents: dict[int, list[int]]) -> Graph:
    return Graph.of(parents, [(one, other) for one, line in parents.items() for other in line])


def test_the_first_parents_are_the_main_line() -> None:
    graph = graph_of({4: [3, 9], 9: [2], 3: [2], 2: [1], 1: []})
    assert graph.mainline(4) == [4, 3, 2, 1]


def test_a_merge_lands_what_only_it_brought() -> None:
    graph = graph_of({5: [4], 4: [3, 9], 9: [8], 8: [2], 3: [2], 2: [1], 1: []})
    assert graph.landings(5) == {1: 1, 2: 2, 3: 3, 4: 4, 9: 4, 8: 4, 5: 5}


def test_landings_come_in_the_order_in_which_they_landed_whatever_their_numbers() -> None:
    """7 and then 3 stood on a branch that 5 merged; 9 was there before, and 1 came last."""
    graph = graph_of({1: [5], 5: [9, 3], 3: [7], 7: [9], 9: []})
    assert list(graph.landings(1)) == [9, 7, 3, 5, 1]


def test_an_octopus_lands_all_its_arms() -> None:
    graph = graph_of({9: [1, 2, 3, 4], 1: [], 2: [], 3: [], 4: [2]})
    assert graph.landings(9) == {1: 1, 9: 9, 2: 9, 3: 9, 4: 9}


def test_parents_that_are_not_there_are_left_out() -> None:
    assert graph_of({2: [1], 3: [2]}).parents == {2: [], 3: [2]}


def test_a_circle_ends() -> None:
    """No git history has one; a damaged store could."""
    graph = graph_of({1: [2], 2: [1]})
    assert graph.mainline(1) == [1, 2]
    assert graph.reachable([1]) == {1, 2}


def test_no_tip_reaches_nothing() -> None:
    assert graph_of({1: []}).landings(0) == {}
    assert graph_of({1: []}).reachable([7]) == set()


def test_a_long_history_is_walked_without_recursion() -> None:
    graph = graph_of({n: [n - 1] if n else [] for n in range(50_000)})
    assert len(graph.reachable([49_999])) == 50_000


def test_only_what_has_no_date_is_settled() -> None:
    assert settled(graph_of({2: [1], 1: []}), {1: 10, 2: 20}) == {}


def test_the_nearest_ancestor_dates_a_commit_else_a_descendant() -> None:
    line = graph_of({4: [3], 3: [2], 2: [1], 1: []})
    assert settled(line, {1: 10, 2: 0, 3: 0, 4: 40}) == {2: 10, 3: 10}
    assert settled(line, {1: 0, 2: 0, 3: 30, 4: 40}) == {1: 30, 2: 30}


def test_of_several_as_near_the_newest_dates_a_commit() -> None:
    assert settled(graph_of({3: [1, 2], 2: [], 1: []}), {1: 10, 2: 20, 3: 0}) == {3: 20}


def test_where_nothing_has_a_date_nothing_is_settled() -> None:
    assert settled(graph_of({2: [1], 1: []}), {1: 0, 2: 0}) == {1: 0, 2: 0}


@given(st.dictionaries(st.integers(1, 12), st.lists(st.integers(1, 12), max_size=3), min_size=1))
def test_what_is_landed_is_what_is_reachable(raw: dict[int, list[int]]) -> None:
    graph = graph_of({n: [p for p in parents if p < n] for n, parents in raw.items()})
    tip = max(raw)
    landed = graph.landings(tip)
    assert set(landed) == graph.reachable([tip])
    assert set(landed.values()) <= set(graph.mainline(tip))
