"""Changes (pull and merge requests) read from references and messages alone, without a token.

Forges publish the head of every change as `refs/pull/N/head` (GitHub, Gitea, Forgejo) or as
`refs/merge-requests/N/head` (GitLab). A change is *merged* when, in this order:

1. its head is part of the default branch (and does not itself land another change); where that merged the
   branch of a larger change, the merge that names its number counts (see `stacks`);
2. a commit of the default branch says so (`Merge pull request #N`, `See merge request group/project!N`);
3. the subject of a commit of the default branch ends in `(#N)` (squashed);
4. a commit of the default branch says `Closes #N`, N is known to be a change, and one of its authors wrote or
   co-wrote the commit (or what it merged): else somebody did the work anew, and closed what had become idle;
5. a commit of another branch says so as in 2 or 3: it landed on a branch of a release, or of what comes next;
6. commits of the default branch give its address (`PR-URL: https://.../pull/N`, `Part-of:`, `Reviewed-on:`,
   `Link:`), N is known to be a change, and one of its authors wrote them; they landed as it within a day, or
   until the last of them that its head holds, too: a maintainer may take a change piece by piece;
7. all its commits stand in the default branch anew, by who wrote them and when (rebased; see `rebased`);
8. one commit that names no change does the same to the same files within half a year, and one of its authors
   wrote it, or its subject says that it is from one of them (see `squashed`).

A message older than the change's own first commit speaks of a change of another repository, whose history
was imported, and does not count; neither does one of another branch two years after the newest commit.

Everything else is "unknown": git alone cannot tell an open change from one closed without merging. The time
of the merge is exact. The time of opening is when the author wrote the change's first commit, which is what
it was within minutes for more than half of them; work prepared for long makes it earlier, though not than
most of the changes numbered just before it (see `openings`). Of a backport it is not known, and taken from
the landing, because commits that are carried over keep their dates.

The author of a change is who wrote its first commit, or whom the commit names as which a forge squashed it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from operator import itemgetter

from folkmoot.model.fact import ChangeFact
from folkmoot.sources.git.branch_work import MAX_COMMITS, Branches
from folkmoot.sources.git.graph import EARLIEST
from folkmoot.sources.git.landed_anew import LandedAnew
from folkmoot.sources.git.landscape import WRITTEN, Landscape, Stamp
from folkmoot.sources.git.openings import in_order
from folkmoot.sources.git.stacks import Stacks

PATIENCE = 86_400
"""Seconds by which clocks of a change's author and its merger may differ."""
LATE = 2 * 365 * 86_400
"""Seconds after a change's newest commit from which on its number on another branch is another's."""
RULES = {
    "head": "head in the default branch",
    "merge": "merge message",
    "squash": "number in the subject",
    "closes": "closing trailer",
    "link": "address in a message",
    "elsewhere": "number on another branch",
    "rebased": "same work in the default branch",
    "squashed": "same changes in one commit",
}
CAREFUL = ("closes", "link")
"""Rules that count only where an author of the change stands behind the commit."""


class Changes:
    """Reads the changes of a project.

    Once they are given, `carried` says with which commit those landed that are of a change and did not land
    by themselves.
    """

    def __init__(self, land: Landscape) -> None:
        self._land = land
        self.carried: dict[int, int] = {}
        self._authors: dict[int, set[int]] = {}
        self._stacks = Stacks(land.graph, land.landed)
        self._branches = Branches(land.work)
        self._anew = LandedAnew(land, self._branches, self._authors, self.carried)

    def read(self) -> Iterator[ChangeFact]:
        """Give every change, by number."""
        spoken = {number for number, rules in self._land.said.items() if rules.keys() - {*CAREFUL}}
        # A clone with only a few heads fetched by hand does not know all changes; messages then count too.
        headed = set(self._land.heads)
        known = headed if 2 * len(headed) >= len(spoken) else headed | spoken
        told = [self._change(number) for number in sorted(known)]
        anew = self._anew.rebased(told)
        told = [self._landed_anew(one, anew.get(one.number, ()), "rebased") for one in told]
        in_one = self._anew.in_one(told)
        yield from in_order(
            self._landed_anew(change, in_one.get(change.number, ()), "squashed") for change in told
        )

    def _landed_anew(self, change: ChangeFact, commits: Sequence[int], rule: str) -> ChangeFact:
        if not commits:
            return change
        landing = commits[-1]
        self.carried.update(dict.fromkeys(commits, landing))
        landed = self._land.commits[landing]
        return change._replace(
            opened_at=min(change.opened_at, landed.committed_at), state="merged",
            merged_at=landed.committed_at, merged_by=self._merger(landed, RULES[rule]), landing=landing,
            rule=RULES[rule],
        )  # fmt: skip

    def _change(self, number: int) -> ChangeFact:
        head = self._land.heads.get(number, "")
        own = self._branches.walk(head) if head in self._land.work else []
        landing, rule = self._landing(number, head, own)
        if own and not landing:
            self._authors[number] = {author for author, _ in own}
        tip = self._land.numbers.get(head, 0) or self._merged_head(landing, rule)
        own = own or self._brought_with(tip, landing)
        if (
            not own and self._land.landed.get(tip) == tip
        ):  # the main line goes through the branch, not its merge
            own = self._brought_with(tip, tip)
        # Where references are missing, merges alone would tell an opening, and speak for what was squashed.
        opened = min((at for _, at in own if at >= EARLIEST), default=0) if head else 0
        author = _first_author(own)
        if not landing:
            if head and number in self._land.elsewhere:
                return self._aside(number, head, author, opened)
            return ChangeFact(self._land.project, number, author, opened, "unknown", 0, 0, 0, "")
        landed = self._land.commits[landing]
        if landed.parents < 2:
            # A branch that was pushed as it is landed with every commit that gives its address, by whomever.
            told = self._land.linked.get(number, ())
            pieces = [landing, *(commit for commit in told if self.carried.get(commit) == landing)]
            landed_at = [self._land.commits[commit].committed_at for commit in pieces]
            for commit in told:
                at = self._land.commits[commit].committed_at
                if min(landed_at) - PATIENCE <= at <= max(landed_at) + PATIENCE:
                    self.carried.setdefault(commit, landing)
        if landed.parents < 2 and (not author or self._tells_author(landed, rule, own)):
            author = landed.author
        return ChangeFact(
            self._land.project, number, author, min(opened, landed.committed_at), "merged",
            landed.committed_at, self._merger(landed, rule), landing, rule,
        )  # fmt: skip

    def _aside(self, number: int, head: str, author: int, opened: int) -> ChangeFact:
        """Give a change that another branch names; `author` and `opened` are by all commits of its head."""
        at = self._land.elsewhere[number]
        own = self._apart.walk(head)
        if own:
            author, opened = _first_author(own), min(when for _, when in own)
        # A backport keeps the date of what it carries over: when it was opened that does not tell.
        is_known = bool(own) and opened >= EARLIEST and self._standing.isdisjoint(own)
        is_late = is_known and at > max(when for _, when in own) + LATE
        if is_late or at < opened - PATIENCE:
            return ChangeFact(self._land.project, number, author, opened, "unknown", 0, 0, 0, "")
        opened = min(opened, at) if is_known else at
        return ChangeFact(self._land.project, number, author, opened, "merged", at, 0, 0, RULES["elsewhere"])

    @cached_property
    def _apart(self) -> Branches:
        """The branches of changes without what the branches they landed on hold themselves."""
        work = dict(self._land.work)
        for sha in self._land.trunk:
            work.pop(sha, None)
        return Branches(work)

    @cached_property
    def _standing(self) -> frozenset[tuple[int, int]]:
        """Who wrote, and when, what stands elsewhere, too: on a branch of the project, or in two changes."""
        here = (self._land.commits[commit] for commit in self._land.landed)
        # The work of all other branches is here, too: what one of them and a change hold is there twice.
        written = Counter(map(WRITTEN, self._land.work.values()))
        return frozenset(map(WRITTEN, here)).union(one for one, times in written.items() if times > 1)

    def _landing(self, number: int, head: str, own: list[tuple[int, int]]) -> tuple[int, str]:
        at = self._land.numbers.get(head, 0)
        said = self._land.said.get(number, {})
        for merge in (said.get("merge", 0), said.get("squash", 0)):
            if at in self._land.landed and at in self._land.graph.parents.get(merge, ())[1:]:
                return merge, RULES["head"]
        if at in self._land.landed and self._land.named.get(at, {number}) == {number}:
            return self._land.landed[at], RULES["head"]
        rules = self._land.said.get(number)
        if not rules:
            return 0, ""
        begun = min((at for _, at in own), default=0)
        for rule in ("merge", "squash", *(["closes"] if head else [])):
            if rule not in rules or self._land.commits[rules[rule]].committed_at < begun - PATIENCE:
                continue
            if rule != "closes" or self._keeps_author(rules[rule], own):
                return rules[rule], RULES[rule]
        linked = self._linked(number, own, begun) if head else []
        self.carried.update(dict.fromkeys(linked, linked[-1] if linked else 0))
        return (linked[-1], RULES["link"]) if linked else (0, "")

    def _tells_author(self, landed: Stamp, rule: str, own: list[tuple[int, int]]) -> bool:
        """Tell whether a squashed commit names whose change it was, not who squashed it by hand."""
        by_hand = landed.committer == landed.author and landed.author not in {author for author, _ in own}
        return rule == RULES["squash"] and landed.author not in self._land.web and not by_hand

    def _linked(self, number: int, own: list[tuple[int, int]], begun: int) -> list[int]:
        """Give the commits that landed as a change whose address they give, the last of them last.

        Long after the first only what its head holds shows that more of it landed: else it is what followed.
        """
        told = [
            (self._land.commits[commit].committed_at, commit)
            for commit in self._land.linked.get(number, ())
            if commit not in self._land.named and self._keeps_author(commit, own)
        ]
        later = [one for one in told if one[0] >= begun - PATIENCE]
        still = [at for at, commit in later if WRITTEN(self._land.commits[commit]) in own]
        until = max([later[0][0] + PATIENCE, *still]) if later else 0
        return [commit for at, commit in later if at <= until]

    def _keeps_author(self, closing: int, own: list[tuple[int, int]]) -> bool:
        """Tell whether who wrote a change stands behind the commit that closes it, if that is known."""
        wrote = self._land.called(author for author, _ in own)
        if not wrote:
            return True
        brought = [
            closing,
            *(self._brought.get(closing, ()) if self._land.commits[closing].parents > 1 else ()),
        ]
        return not wrote.isdisjoint(self._land.behind(*brought))

    @cached_property
    def _brought(self) -> dict[int, list[int]]:
        """The commits that each commit brought to the default branch, itself among them."""
        found: dict[int, list[int]] = {}
        for commit, landing in self._land.landed.items():
            found.setdefault(landing, []).append(commit)
        return found

    def _merger(self, landed: Stamp, rule: str) -> int:
        """Tell who merged: the author of a merge commit.

        Else a committer who is a person; else unknown (0).
        """
        if landed.parents > 1:
            return 0 if landed.author in self._land.web else landed.author
        if rule == RULES["head"] or landed.committer in self._land.web:
            return 0
        return landed.committer

    def _merged_head(self, landing: int, rule: str) -> int:
        """Give the head of a change that a merge names: what it merged, where no reference tells."""
        parents = self._land.graph.parents.get(landing, [])
        return parents[1] if rule == RULES["merge"] and len(parents) == 2 else 0

    def _brought_with(self, head: int, landing: int) -> list[tuple[int, int]]:
        """Give (author, authored at) of the commits a merge brought in with `head`; none when untold."""
        brought = self._stacks.work(head, landing, 2 * MAX_COMMITS)
        self.carried.update(dict.fromkeys(brought, landing))
        stamps = [self._land.commits[commit] for commit in brought]
        # What only brings a branch up to date is nothing but merges.
        stamps = [one for one in stamps if one.parents < 2] or stamps
        own = [(one.author, one.authored_at) for one in stamps]
        return own if len(own) <= MAX_COMMITS else []


def _first_author(own: list[tuple[int, int]]) -> int:
    """Give who wrote the first commit of a change, 0 where none is known; own ones are the newest first.

    Whoever merges often adds more commits than the change began with.
    """
    return min(reversed(own), key=itemgetter(1))[0] if own else 0
