"""OpenRank on the vector of its authors, and on networks that can be solved on paper."""

import pytest

from folkmoot.model.openrank import openrank, shared_out

VECTOR = {
    ("u1", "u2"): 0.05, ("u1", "u3"): 0.05, ("u3", "u2"): 0.1, ("r1", "r2"): 0.1, ("r3", "r2"): 0.1,
    ("u1", "r1"): 0.27, ("r1", "u1"): 0.9, ("u1", "r3"): 0.63, ("r3", "u1"): 0.63, ("u2", "r2"): 0.54,
    ("r2", "u2"): 0.54, ("u2", "r3"): 0.36, ("r3", "u2"): 0.27, ("u3", "r2"): 0.9, ("r2", "u3"): 0.36,
}  # fmt: skip
OWN = {"u1": 1.0, "u2": 1.5, "u3": 0.5, "r1": 0.3, "r2": 0.7, "r3": 2.0}
RETENTION = {"u1": 0.5, "u2": 0.5, "u3": 0.5, "r1": 0.3, "r2": 0.3, "r3": 0.3}


def test_the_published_vector() -> None:
    ranks = openrank(VECTOR, OWN, RETENTION)
    assert [ranks[node] for node in OWN] == pytest.approx(
        [1.072, 1.291, 0.478, 0.293, 1.118, 1.398], abs=1e-3
    )


def test_who_gets_nothing_keeps_part_of_their_own() -> None:
    """b gets half of what a has: 0.5 + 0.5 x 0.5 = 0.75; a gets nothing: 0.5."""
    assert openrank({("a", "b"): 1.0}, {"a": 1.0, "b": 1.0}, {"a": 0.5, "b": 0.5}) == pytest.approx(
        {"a": 0.5, "b": 0.75}
    )


def test_an_even_ring_leaves_everybody_as_they_were() -> None:
    ring = {("a", "b"): 1.0, ("b", "c"): 1.0, ("c", "a"): 1.0}
    assert openrank(ring, dict.fromkeys("abc", 1.0), dict.fromkeys("abc", 0.2)) == pytest.approx(
        dict.fromkeys("abc", 1.0), abs=1e-6
    )


def test_nobody_has_no_rank() -> None:
    assert openrank({}, {}, {}) == {}


@pytest.mark.parametrize(
    ("edges", "retention"),
    [
        ({("a", "b"): 1.0}, 0.5),
        ({("a", "a"): 1.2}, 0.5),
        ({("a", "a"): -0.1}, 0.5),
        ({}, 0.0),
        ({}, 1.5),
    ],
)
def test_what_is_no_network_is_refused(edges, retention: float) -> None:
    with pytest.raises(ValueError, match=r"network|retention|more than"):
        openrank(edges, {"a": 1.0}, {"a": retention})


def test_weights_become_shares() -> None:
    assert shared_out({("a", "b"): 3.0, ("a", "c"): 1.0, ("b", "a"): 0.0}) == {
        ("a", "b"): 0.75,
        ("a", "c"): 0.25,
    }


def test_a_network_that_hardly_settles_ends_all_the_same() -> None:
    """Two pass everything to and fro and keep next to nothing: 1 and 3 change places in every round."""
    ranks = openrank({("a", "b"): 1.0, ("b", "a"): 1.0}, {"a": 1.0, "b": 3.0}, {"a": 1e-12, "b": 1e-12})
    assert sorted(round(value, 6) for value in ranks.values()) == [1.0, 3.0]


def test_of_nobody_nothing_is_ranked() -> None:
    assert openrank({}, {}, {}) == {}


def test_a_source_may_pass_on_all_it_has_and_no_more() -> None:
    own, keeps = {"a": 1.0, "b": 1.0, "c": 1.0}, {"a": 0.5, "b": 0.5, "c": 0.5}
    assert openrank({("a", "b"): 0.5, ("a", "c"): 0.5}, own, keeps)["a"] == pytest.approx(0.5)
    with pytest.raises(ValueError, match="more than it has"):
        openrank({("a", "b"): 0.5, ("a", "c"): 0.51}, own, keeps)


def test_weights_of_nothing_are_no_shares() -> None:
    assert shared_out({("a", "b"): 0.0}) == {}


def test_who_keeps_everything_stays_as_they_were() -> None:
    """a keeps all of its 2; b keeps half of its 1 and gets half of what a has: 0.5 + 0.5 x 2 = 1.5."""
    assert openrank({("a", "b"): 1.0}, {"a": 2.0, "b": 1.0}, {"a": 1.0, "b": 0.5}) == pytest.approx(
        {"a": 2.0, "b": 1.5}
    )


def test_a_node_without_a_retention_is_refused() -> None:
    with pytest.raises(ValueError, match="retention"):
        openrank({}, {"a": 1.0, "b": 1.0}, {"a": 0.5})


def test_an_edge_that_passes_nothing_on_is_none() -> None:
    own, keeps = {"a": 1.0, "b": 1.0}, {"a": 0.5, "b": 0.5}
    assert openrank({("a", "b"): 0.0}, own, keeps) == openrank({}, own, keeps)
