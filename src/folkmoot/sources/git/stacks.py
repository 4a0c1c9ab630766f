"""What each merge brought, merges within merges included.

A change may be merged into the branch of a larger change, or into a branch such as `develop`, which lands
weeks later as a whole. It was merged when its own merge was made, and only what that one brought is its work.
"""

from __future__ import annotations

from collections.abc import Mapping

from folkmoot.sources.git.graph import Graph

NOTHING: Mapping[int, int] = {}


class Stacks:
    """Tells which commit brought which: to the main line (`landed`), and to what a merge there brought."""

    def __init__(self, graph: Graph, landed: Mapping[int, int]) -> None:
        self.graph = graph
        self.landed = landed
        self._below: dict[int, dict[int, int]] = {}

    def around(self, merge: int) -> Mapping[int, int]:
        """Give which commit brought each of those that came the way `merge` did, its own among them.

        Nothing where no walk along first parents meets `merge`.
        """
        here = self.landed
        while (bringer := here.get(merge, 0)) != merge:
            if not bringer:
                return NOTHING
            here = self._within(bringer, here)
        return here

    def work(self, head: int, merge: int, limit: int) -> list[int]:
        """Give the commits that `merge` brought with `head`, merges included; none where over `limit`.

        Where a merge within what `merge` brought has merged `head`, those are what that one brought.
        """
        here = self.around(merge) if head in self.landed else NOTHING
        if here.get(head) != merge:
            return []
        while (inner := self._within(merge, here).get(head, head)) != head:
            here, merge = self._within(merge, here), inner
        found, heap, seen = list[int](), [head], {head}
        while heap and len(found) <= limit:
            commit = heap.pop()
            found.append(commit)
            for parent in self.graph.parents[commit] if commit != merge else ():
                if parent not in seen and here.get(parent) == merge:
                    seen.add(parent)
                    heap.append(parent)
        return found if len(found) <= limit else []

    def _within(self, bringer: int, here: Mapping[int, int]) -> dict[int, int]:
        """Do for the branches that `bringer` merged what `Graph.landings` does for the main line."""
        if bringer in self._below:
            return self._below[bringer]
        found: dict[int, int] = {}
        parents = self.graph.parents
        for merged in parents[bringer][1:]:
            line, tip = list[int](), merged
            while here.get(tip) == bringer and tip not in found:
                line.append(tip)
                found[tip] = tip
                tip = next(iter(parents[tip]), 0)
            for main in reversed(line):
                heap = list(parents[main])
                while heap:
                    commit = heap.pop()
                    if commit not in found and here.get(commit) == bringer:
                        found[commit] = main
                        heap.extend(parents[commit])
        self._below[bringer] = found
        return found
