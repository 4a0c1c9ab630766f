"""Where commits stand and when they count."""

from hypothesis import given
from hypothesis import strategies as st

from folkmoot.model.fact import CommitFact, ParentFact, PlaceFact
from folkmoot.sources.git.graph import EARLIEST, TOLERANCE, Graph, places

NOW = 1_800_000_000


def graph_of(parents: dict[int, list[int]]) -> Graph:
    edges = [
        ParentFact(one, place, other) for one, line in parents.items() for place, other in enumerate(line)
    ]
    return Graph.of(parents, edges)


def fact(number: int, authored: int, committed: int = 0) -> CommitFact:
    return CommitFact(number, 1, f"{number:040x}", 1, 1, authored, 0, committed, 0, 1, 0, "")


def dated(parents: dict[int, list[int]], times: dict[int, int]) -> dict[int, int]:
    facts = {number: fact(number, at) for number, at in times.items()}
    return {place.commit: place.dated_at for place in places(graph_of(parents), facts, max(parents), NOW)[0]}


def test_the_first_parents_are_the_main_line() -> None:
    graph = graph_of({4: [3, 9], 9: [2], 3: [2], 2: [1], 1: []})
    assert graph.mainline(4) == [4, 3, 2, 1]


def test_a_merge_lands_what_only_it_brought() -> None:
    graph = graph_of({5: [4], 4: [3, 9], 9: [8], 8: [2], 3: [2], 2: [1], 1: []})
    assert graph.landings(5) == {1: 1, 2: 2, 3: 3, 4: 4, 9: 4, 8: 4, 5: 5}


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


def test_a_place_says_what_is_default_and_main() -> None:
    graph = graph_of({4: [3, 2], 3: [1], 2: [1], 1: [], 7: [1]})
    found, broken = places(graph, {n: fact(n, EARLIEST + n) for n in graph.parents}, 4, NOW)
    assert broken == 0
    assert sorted(found) == [
        PlaceFact(1, 1, 1, 1, EARLIEST + 1),
        PlaceFact(2, 1, 0, 4, EARLIEST + 2),
        PlaceFact(3, 1, 1, 3, EARLIEST + 3),
        PlaceFact(4, 1, 1, 4, EARLIEST + 4),
        PlaceFact(7, 0, 0, 0, EARLIEST + 7),
    ]


def test_a_broken_clock_gives_way_to_the_committer() -> None:
    found, broken = places(graph_of({1: []}), {1: fact(1, 0, 5 * EARLIEST)}, 1, NOW)
    assert (found[0].dated_at, broken) == (5 * EARLIEST, 0)


def test_two_broken_clocks_give_way_to_the_neighbours() -> None:
    line = {3: [2], 2: [1], 1: []}
    assert dated(line, {1: 2 * EARLIEST, 2: 0, 3: 4 * EARLIEST})[2] == 2 * EARLIEST
    assert dated(line, {1: -5, 2: 0, 3: 4 * EARLIEST})[1] == 4 * EARLIEST
    assert dated(line, {1: 0, 2: 1, 3: 4_294_967_295}) == {1: NOW, 2: NOW, 3: NOW}


def test_a_clock_slightly_ahead_counts_as_now() -> None:
    assert dated({1: []}, {1: NOW + TOLERANCE}) == {1: NOW}


@given(st.dictionaries(st.integers(1, 12), st.lists(st.integers(1, 12), max_size=3), min_size=1))
def test_what_is_landed_is_what_is_reachable(raw: dict[int, list[int]]) -> None:
    graph = graph_of({n: [p for p in parents if p < n] for n, parents in raw.items()})
    tip = max(raw)
    landed = graph.landings(tip)
    assert set(landed) == graph.reachable([tip])
    assert set(landed.values()) <= set(graph.mainline(tip))
