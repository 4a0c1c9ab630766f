"""Who wrote what on a branch of a change, and when: a walk over the commits that a longer branch lacks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

MAX_COMMITS = 250
"""Forges list no more commits of one change; beyond it the opening time is unknown."""


class Work(NamedTuple):
    """A commit of a change's branch that is not in the default branch. A time that cannot be read is 0."""

    parents: tuple[str, ...]
    author: int
    authored_at: int
    committed_at: int


class Branches:
    """Walks over `work`, the commits by their object ids; what is not among them ends a branch."""

    def __init__(self, work: Mapping[str, Work]) -> None:
        self.work = work
        self._length: dict[str, int] = {}

    def walk(self, head: str) -> list[tuple[int, int]]:
        """Give (author, authored at) of the commits of a branch; none where there are over MAX_COMMITS."""
        found: list[tuple[int, int]] = []
        look, here = self.work.get, head
        while (one := look(here)) is not None:  # most branches hold no merge
            parents, author, authored_at, _ = one
            if len(parents) > 1:
                return self._walk_merges(head)
            found.append((author, authored_at))
            if len(found) > MAX_COMMITS:
                return []
            here = parents[0] if parents else ""
        return found

    def left(self, head: str) -> set[str]:
        """Give the commits outside of the branch that it grew from, or that were merged into it.

        None where the branch has over MAX_COMMITS.
        """
        found, heap, seen = set[str](), [head], {head}
        while heap:
            for parent in self.work[heap.pop()].parents:
                if parent not in self.work:
                    found.add(parent)
                elif parent not in seen:
                    seen.add(parent)
                    heap.append(parent)
            if len(seen) > MAX_COMMITS:
                return set()
        return found

    def _walk_merges(self, head: str) -> list[tuple[int, int]]:
        """Do the same for a branch that holds merges."""
        if self._line(head) > MAX_COMMITS:
            return []
        found, heap, seen = [], [head], {head}
        while heap:
            parents, author, authored_at, _ = self.work[heap.pop()]
            if len(parents) < 2:
                found.append((author, authored_at))
            for parent in parents:
                if parent in self.work and parent not in seen:
                    seen.add(parent)
                    heap.append(parent)
            if len(seen) > MAX_COMMITS:
                return []
        return found

    def _line(self, head: str) -> int:
        """Give how many commits of a branch follow first parents from its head, each looked at only once.

        The whole branch has at least as many; most that are too long are told by it without a walk.
        """
        line: list[str] = []
        here = head
        while here in self.work and here not in self._length:
            self._length[here] = 0
            line.append(here)
            here = next(iter(self.work[here].parents), "")
        length = self._length.get(here, 0)
        for commit in reversed(line):
            length += 1
            self._length[commit] = length
        return length if line else self._length.get(head, 0)
