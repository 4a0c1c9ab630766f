"""OpenRank: standing in a network in which everybody keeps part of their own and passes on the rest.

v = (E - A S)^-1 (E - A) v0, where A = diag(1 - retention) and S[target, source] is the share of what `source`
passes on that goes to `target`. Zhao et al., OpenRank Leaderboard, 2023,
https://doi.org/10.1145/3597503.3639163. Solved by repetition, which converges because retention is above 0;
the network may be large, and no matrix is laid down.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TypeVar

Node = TypeVar("Node", bound=Hashable)

CLOSE_ENOUGH = 1e-5
MOST_ROUNDS = 500


def openrank(
    edges: Mapping[tuple[Node, Node], float], own: Mapping[Node, float], retention: Mapping[Node, float]
) -> dict[Node, float]:
    """Give the rank of every node of `own`, its value before anything is passed on.

    `edges` hold (source, target) and the share that goes there; the shares of one source add up to 1 at most.
    `retention` is above 0 and at most 1. Raises ValueError where it is not, or where an edge leads outside
    `own`, or where the shares of a source add up to more.
    """
    if any(not 0 < retention.get(node, 0.0) <= 1 for node in own):
        raise ValueError("every node needs a retention above 0 and at most 1")
    passed: dict[Node, float] = {}
    for (source, target), share in edges.items():
        if source not in own or target not in own or share < 0:
            raise ValueError(f"the edge from {source!r} to {target!r} is none of this network")
        passed[source] = passed.get(source, 0.0) + share
    if any(total > 1 + CLOSE_ENOUGH for total in passed.values()):
        raise ValueError("a node passes on more than it has")
    place = {node: number for number, node in enumerate(own)}
    links = [(place[source], place[target], share) for (source, target), share in edges.items()]
    stays = [retention[node] for node in own]
    kept = [share * value for share, value in zip(stays, own.values(), strict=True)]
    rank = list(own.values())
    for _ in range(MOST_ROUNDS):
        got = [0.0] * len(rank)
        for source_place, target_place, share in links:
            got[target_place] += share * rank[source_place]
        fresh = [
            held + (1 - share) * received for held, share, received in zip(kept, stays, got, strict=True)
        ]
        moved = max((abs(new - old) for new, old in zip(fresh, rank, strict=True)), default=0.0)
        rank = fresh
        if moved < CLOSE_ENOUGH:
            break
    return dict(zip(own, rank, strict=True))


def shared_out(weights: Mapping[tuple[Node, Node], float]) -> dict[tuple[Node, Node], float]:
    """Give `weights` of (source, target) as the shares that each source passes on; they add up to 1."""
    totals: dict[Node, float] = {}
    for (source, _), weight in weights.items():
        totals[source] = totals.get(source, 0.0) + weight
    return {
        (source, target): weight / totals[source]
        for (source, target), weight in weights.items()
        if totals[source] > 0
    }
