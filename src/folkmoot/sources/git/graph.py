"""The graph of commits: the main line, what each merge brought in, and which dates lie near."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

EARLIEST = 31_536_000
"""1971: times before it are broken clocks and conversions, not authors."""
TOLERANCE = 86_400
"""Seconds a commit may lie in the future before its clock is called broken."""


@dataclass
class Graph:
    """The commits of one project and their parents, by number."""

    parents: dict[int, list[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, commits: Iterable[int], edges: Iterable[tuple[int, int]]) -> Graph:
        """Build the graph of `commits`; parents that are not there (shallow clones) are left out.

        `edges` are commits with a parent of theirs, those of one commit in their order.
        """
        parents: dict[int, list[int]] = {commit: [] for commit in commits}
        for commit, parent in edges:
            if parent in parents:
                parents[commit].append(parent)
        return cls(parents)

    def reachable(self, tips: Iterable[int]) -> set[int]:
        """Give every commit reachable from `tips`, themselves included."""
        seen: set[int] = set()
        heap = [tip for tip in tips if tip in self.parents]
        while heap:
            commit = heap.pop()
            if commit not in seen:
                seen.add(commit)
                heap.extend(self.parents[commit])
        return seen

    def mainline(self, tip: int) -> list[int]:
        """Give the first-parent line from `tip` to its root, newest first."""
        line, seen = [], set[int]()
        while tip in self.parents and tip not in seen:
            line.append(tip)
            seen.add(tip)
            tip = self.parents[tip][0] if self.parents[tip] else 0
        return line

    def landings(self, tip: int) -> dict[int, int]:
        """Give for each commit reachable from `tip` the mainline commit that brought it in.

        They come in the order in which they landed, which the history alone decides: numbers do not tell it.
        """
        landed: dict[int, int] = {}
        for main in reversed(self.mainline(tip)):
            brought = dict.fromkeys([main])
            heap = list(self.parents[main])
            while heap:
                commit = heap.pop()
                if commit not in landed and commit not in brought:
                    brought[commit] = None
                    heap.extend(self.parents[commit])
            landed.update(dict.fromkeys(reversed(brought), main))
        return landed


def settled(graph: Graph, dates: Mapping[int, int]) -> dict[int, int]:
    """Give a date for every commit that has none (0) among `dates`.

    It is that of the nearest dated ancestor, else descendant; 0 where nothing around has one.
    """
    children: dict[int, list[int]] = {}
    for commit, parents in graph.parents.items():
        for parent in parents:
            children.setdefault(parent, []).append(commit)
    return {
        number: _nearest(number, graph.parents, dates) or _nearest(number, children, dates)
        for number, date in dates.items()
        if date == 0
    }


def _nearest(start: int, edges: Mapping[int, list[int]], dates: Mapping[int, int]) -> int:
    seen, ring = {start}, [start]
    while ring:
        near = [other for number in ring for other in edges.get(number, ()) if other not in seen]
        dated = [dates[number] for number in near if dates.get(number)]
        if dated:
            return max(dated)
        seen.update(near)
        ring = near
    return 0
