"""Changes that landed as other commits than their own: rebased, or squashed into one without their number."""

from __future__ import annotations

from collections.abc import Mapping

from folkmoot.model.fact import ChangeFact
from folkmoot.sources.git.branch_work import Branches
from folkmoot.sources.git.landscape import WRITTEN, Landscape
from folkmoot.sources.git.rebased import rebased as rebased_as
from folkmoot.sources.git.single_work import by_name, candidates
from folkmoot.sources.git.squashed import Branch


class LandedAnew:
    """Looks for changes of which nothing tells how they landed.

    `authors` are those of each change, by number, and `carried` the commits that landed with one by now, each
    with its landing: both may grow between two looks.
    """

    def __init__(
        self, land: Landscape, branches: Branches, authors: Mapping[int, set[int]], carried: Mapping[int, int]
    ) -> None:
        self._land = land
        self._branches = branches
        self._authors = authors
        self._carried = carried

    def _open_heads(self, told: list[ChangeFact]) -> dict[int, str]:
        """Give the heads of the changes of which nothing tells yet how they landed, by number."""
        return {
            one.number: head
            for one in told
            if one.state == "unknown"
            and (head := self._land.heads.get(one.number, "")) in self._land.work
            and one.number not in self._land.elsewhere
        }

    def _taken(self, told: list[ChangeFact]) -> set[int]:
        """Give the commits of the default branch that landed with a change that is known."""
        landings = {self._land.landed.get(one.landing, 0) for one in told if one.landing}
        return {
            commit
            for commit, landing in self._land.landed.items()
            if landing in landings or self._land.named.get(landing) or commit in self._carried
        }

    def rebased(self, told: list[ChangeFact]) -> dict[int, list[int]]:
        """Give the commits as which changes landed that were rebased, by number."""
        open_heads = self._open_heads(told)
        if not open_heads:
            return {}
        here = {commit: self._land.commits[commit] for commit in self._land.landed}
        written = {(stamp.author, stamp.authored_at) for stamp in here.values() if stamp.parents < 2}
        candidates = {
            number: own
            for number, head in open_heads.items()
            if (len(self._land.work[head].parents) > 1 or WRITTEN(self._land.work[head]) in written)
            and (own := self._branches.walk(head))
            and written.issuperset(own)
        }
        return rebased_as(
            candidates,
            (
                (at, (one.author, one.authored_at), one.committed_at)
                for at, one in here.items()
                if one.parents < 2
            ),
            self._taken(told),
            {
                number: at
                for number in candidates
                if (at := self._land.work[open_heads[number]].committed_at) > 0
            },
        )

    def in_one(self, told: list[ChangeFact]) -> dict[int, list[int]]:
        """Give the one commit as which a change landed that was squashed, by number.

        The first that does the same has it; of several changes that do the same, the newest.
        """
        open_heads = self._open_heads(told)
        if not open_heads:
            return {}
        taken = self._taken(told)
        alone = (
            (commit, one.committed_at, {one.author, *self._land.credited.get(commit, ())})
            for commit in self._land.landed
            if (one := self._land.commits[commit]).parents < 2 and commit not in taken
        )
        called = {number: self._land.called(self._authors.get(number, ())) for number in open_heads}
        close = candidates(
            open_heads, called, by_name(alone, self._land.names, self._land.thanked), self._land.work
        )
        bases = {number: base for number in close if (base := self._base(open_heads[number]))}
        wanted = {number: close[number] for number in bases}
        shas = {commit: "" for mine in wanted.values() for commit in mine}
        shas |= {commit: sha for sha, commit in self._land.numbers.items() if commit in shas}
        same = self._land.same_work(
            [
                Branch(open_heads[number], bases[number], [shas[one] for one in mine])
                for number, mine in wanted.items()
            ]
        )
        found: dict[int, list[int]] = {}
        gone: set[int] = set()
        for number, mine in sorted(wanted.items(), reverse=True):
            alike = same.get(open_heads[number], ())
            landed = next((one for one in mine if one not in gone and shas[one] in alike), 0)
            if landed:
                gone.add(landed)
                found[number] = [landed]
        return found

    def _base(self, head: str) -> str:
        """Give the newest commit of the default branch that a change's branch holds, "" where none."""
        below = (
            (self._land.commits[commit].committed_at, sha)
            for sha in self._branches.left(head)
            if (commit := self._land.numbers.get(sha, 0)) in self._land.landed
        )
        return max(below, default=(0, ""))[1]
