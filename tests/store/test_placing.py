"""Where commits stand and when they count."""

from collections.abc import Iterator
from typing import NamedTuple

import pytest

from folkmoot.sources.git.graph import EARLIEST, TOLERANCE
from folkmoot.store.database import Connection, append, connect
from folkmoot.store.placing import dated_at, graph_of, place

NOW = 1_800_000_000
LINE = {3: [2], 2: [1], 1: []}


class Place(NamedTuple):
    commit: int
    is_default: int
    is_mainline: int
    landed_by: int
    dated_at: int


@pytest.fixture
def store() -> Iterator[Connection]:
    with connect(None) as connection:
        yield connection


def written(
    store: Connection, parents: dict[int, list[int]], times: dict[int, int], tip: int, *,
    committed: int = 0, project: int = 1,
) -> tuple[list[Place], int]:  # fmt: skip
    """Write commits with their times and parents, place them, and read the places of all."""
    facts = [
        (n, project, f"{n:040x}", 1, 1, at, 0, committed, 0, len(parents[n]), 0, "")
        for n, at in times.items()
    ]
    append(store, "commit_fact", facts)
    edges = [(n, place, other) for n, line in parents.items() for place, other in enumerate(line)]
    append(store, "parent_fact", edges[::-1])
    graph = graph_of(store, project, parents)
    undated = place(store, project, graph, graph.landings(tip), NOW)
    return places(store), undated


def places(store: Connection) -> list[Place]:
    return [Place(*row) for row in store.execute("select * from place order by commit").fetchall()]


def dated(store: Connection, parents: dict[int, list[int]], times: dict[int, int]) -> dict[int, int]:
    return {one.commit: one.dated_at for one in written(store, parents, times, max(parents))[0]}


def test_a_place_says_what_is_default_and_main(store: Connection) -> None:
    parents = {4: [3, 2], 3: [1], 2: [1], 1: [], 7: [1]}
    assert written(store, parents, {n: EARLIEST + n for n in parents}, 4) == (
        [
            Place(1, 1, 1, 1, EARLIEST + 1),
            Place(2, 1, 0, 4, EARLIEST + 2),
            Place(3, 1, 1, 3, EARLIEST + 3),
            Place(4, 1, 1, 4, EARLIEST + 4),
            Place(7, 0, 0, 0, EARLIEST + 7),
        ],
        0,
    )


def test_places_of_other_projects_stay_as_they_are(store: Connection) -> None:
    before, _ = written(store, {1: []}, {1: EARLIEST}, 1)
    after, _ = written(store, {2: []}, {2: 0}, 2, project=2)
    assert after == [*before, Place(2, 1, 1, 2, NOW)]


def test_placing_again_changes_nothing(store: Connection) -> None:
    before, undated = written(store, LINE, {1: 0, 2: 0, 3: 4 * EARLIEST}, 3)
    graph = graph_of(store, 1, LINE)
    assert place(store, 1, graph, graph.landings(3), NOW) == undated == 2
    assert places(store) == before


def test_a_broken_clock_gives_way_to_the_committer(store: Connection) -> None:
    found, broken = written(store, {1: []}, {1: 0}, 1, committed=5 * EARLIEST)
    assert (found[0].dated_at, broken) == (5 * EARLIEST, 0)


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ({1: 2 * EARLIEST, 2: 0, 3: 4 * EARLIEST}, {1: 2 * EARLIEST, 2: 2 * EARLIEST, 3: 4 * EARLIEST}),
        ({1: -5, 2: 0, 3: 4 * EARLIEST}, {1: 4 * EARLIEST, 2: 4 * EARLIEST, 3: 4 * EARLIEST}),
        ({1: 0, 2: 1, 3: 4_294_967_295}, {1: NOW, 2: NOW, 3: NOW}),
    ],
)
def test_two_broken_clocks_give_way_to_the_neighbours(
    store: Connection, times: dict[int, int], expected: dict[int, int]
) -> None:
    assert dated(store, LINE, times) == expected


def test_a_clock_slightly_ahead_counts_as_now(store: Connection) -> None:
    assert dated(store, {1: []}, {1: NOW + TOLERANCE}) == {1: NOW}


def test_parents_come_in_their_order(store: Connection) -> None:
    written(store, {4: [1, 3, 2], 3: [], 2: [], 1: []}, dict.fromkeys((1, 2, 3, 4), EARLIEST), 4)
    assert graph_of(store, 1, [1, 2, 3, 4]).parents[4] == [1, 3, 2]


def test_what_was_placed_tells_its_time(store: Connection) -> None:
    written(store, {1: []}, {1: 2 * EARLIEST}, 1)
    assert dated_at(store, 1) == 2 * EARLIEST
    assert dated_at(store, 2) == 0
