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

Long because the rules are asked one after another, of the same history.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter, itemgetter
from typing import NamedTuple

from folkmoot.model.fact import ChangeFact
from folkmoot.sources.git.branch_work import MAX_COMMITS, Branches, Work
from folkmoot.sources.git.graph import EARLIEST, Graph
from folkmoot.sources.git.openings import in_order
from folkmoot.sources.git.rebased import rebased
from folkmoot.sources.git.single_work import by_name, candidates
from folkmoot.sources.git.squashed import Branch, Same
from folkmoot.sources.git.stacks import Stacks

HEAD = re.compile(r"refs/(?:pull|pull-requests|merge-requests)/([1-9][0-9]{0,8})/(?:head|from)")
PATIENCE = 86_400
"""Seconds by which clocks of a change's author and its merger may differ."""
LATE = 2 * 365 * 86_400
"""Seconds after a change's newest commit from which on its number on another branch is another's."""
WRITTEN = attrgetter("author", "authored_at")
"""Gives who wrote a commit, and when."""
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


class Stamp(NamedTuple):
    """Who wrote a commit of the project, who committed it, when, and how many parents it has."""

    commit: int
    author: int
    committer: int
    authored_at: int
    committed_at: int
    parents: int


def heads(references: Mapping[str, str]) -> dict[int, str]:
    """Give the head of every change among `references` (name to object id)."""
    return {int(match[1]): sha for name, sha in references.items() if (match := HEAD.fullmatch(name))}


@dataclass
class Landscape:
    """What is known of one project when its changes are read.

    `mentions` are (commit, number, rule) in the default branch; `web` are the identities of forges' own merge
    buttons, which say nothing about who pressed them. `names` are what an identity is called,
    `credited` the co-authors of commits, `thanked` the names that may be meant by whom a subject says that it
    is from. `elsewhere` is when changes landed on other branches, and `trunk`
    holds those commits of `work` that are of these branches, and of no change that landed there. `same_work`
    tells which of some commits do the same as a branch since its base; without it nothing is called squashed.
    Once the changes are given, `carried` says with which commit those landed that are of a change and did not
    land by themselves.
    """

    project: int
    graph: Graph
    commits: Mapping[int, Stamp]
    numbers: Mapping[str, int]
    landed: Mapping[int, int]
    mentions: Iterable[tuple[int, int, str]]
    heads: Mapping[int, str]
    work: Mapping[str, Work]
    web: Collection[int] = ()
    names: Mapping[int, frozenset[str]] = field(default_factory=dict)
    credited: Mapping[int, Collection[int]] = field(default_factory=dict)
    thanked: Mapping[int, Collection[str]] = field(default_factory=dict)
    elsewhere: Mapping[int, int] = field(default_factory=dict)
    trunk: Collection[str] = frozenset()
    same_work: Callable[[Collection[Branch]], Same] = lambda _: {}
    said: dict[int, dict[str, int]] = field(init=False)
    named: dict[int, set[int]] = field(init=False)
    linked: dict[int, list[int]] = field(init=False)
    carried: dict[int, int] = field(init=False)
    _branches: Branches = field(init=False)
    _authors: dict[int, set[int]] = field(init=False)
    _stacks: Stacks = field(init=False)

    def __post_init__(self) -> None:
        self.said, self.named, self.linked, self.carried = {}, {}, {}, {}
        self._authors = {}
        self._stacks = Stacks(self.graph, self.landed)
        self._branches = Branches(self.work)
        told = [one for one in self.mentions if one[0] in self.landed]
        speaking = {commit for commit, _, _ in told}
        place = {commit: at for at, commit in enumerate(self.landed) if commit in speaking}
        # Of what was committed in the same second, that comes first which landed first.
        for commit, number, rule in sorted(
            told, key=lambda one: (self.commits[one[0]].committed_at, place[one[0]], one[1])
        ):
            if rule == "link":
                self.linked.setdefault(number, []).append(commit)
            elif rule != "closes":
                self.named.setdefault(commit, set()).add(number)
            self.said.setdefault(number, {}).setdefault(rule, commit)

    def changes(self) -> Iterator[ChangeFact]:
        """Give every change, by number."""
        spoken = {number for number, rules in self.said.items() if rules.keys() - {*CAREFUL}}
        # A clone with only a few heads fetched by hand does not know all changes; messages then count too.
        known = set(self.heads) if 2 * len(self.heads) >= len(spoken) else set(self.heads) | spoken
        told = [self._change(number) for number in sorted(known)]
        anew = self._anew(told)
        told = [self._landed_anew(one, anew.get(one.number, ()), "rebased") for one in told]
        in_one = self._in_one(told)
        yield from in_order(
            self._landed_anew(change, in_one.get(change.number, ()), "squashed") for change in told
        )

    def _open_heads(self, told: list[ChangeFact]) -> dict[int, str]:
        """Give the heads of the changes of which nothing tells yet how they landed, by number."""
        return {
            one.number: head
            for one in told
            if one.state == "unknown"
            and (head := self.heads.get(one.number, "")) in self.work
            and one.number not in self.elsewhere
        }

    def _taken(self, told: list[ChangeFact]) -> set[int]:
        """Give the commits of the default branch that landed with a change that is known."""
        landings = {self.landed.get(one.landing, 0) for one in told if one.landing}
        return {
            commit
            for commit, landing in self.landed.items()
            if landing in landings or self.named.get(landing) or commit in self.carried
        }

    def _anew(self, told: list[ChangeFact]) -> dict[int, list[int]]:
        """Give the commits as which changes landed that were rebased, by number."""
        open_heads = self._open_heads(told)
        if not open_heads:
            return {}
        here = {commit: self.commits[commit] for commit in self.landed}
        written = {(stamp.author, stamp.authored_at) for stamp in here.values() if stamp.parents < 2}
        candidates = {
            number: own
            for number, head in open_heads.items()
            if (len(self.work[head].parents) > 1 or WRITTEN(self.work[head]) in written)
            and (own := self._branches.walk(head))
            and written.issuperset(own)
        }
        return rebased(
            candidates,
            (
                (at, (one.author, one.authored_at), one.committed_at)
                for at, one in here.items()
                if one.parents < 2
            ),
            self._taken(told),
            {number: at for number in candidates if (at := self.work[open_heads[number]].committed_at) > 0},
        )

    def _in_one(self, told: list[ChangeFact]) -> dict[int, list[int]]:
        """Give the one commit as which a change landed that was squashed, by number.

        The first that does the same has it; of several changes that do the same, the newest.
        """
        open_heads = self._open_heads(told)
        if not open_heads:
            return {}
        taken = self._taken(told)
        alone = (
            (commit, one.committed_at, {one.author, *self.credited.get(commit, ())})
            for commit in self.landed
            if (one := self.commits[commit]).parents < 2 and commit not in taken
        )
        called = {number: self._called(self._authors.get(number, ())) for number in open_heads}
        close = candidates(open_heads, called, by_name(alone, self.names, self.thanked), self.work)
        bases = {number: base for number in close if (base := self._base(open_heads[number]))}
        wanted = {number: close[number] for number in bases}
        shas = {commit: "" for mine in wanted.values() for commit in mine}
        shas |= {commit: sha for sha, commit in self.numbers.items() if commit in shas}
        same = self.same_work(
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
            (self.commits[commit].committed_at, sha)
            for sha in self._branches.left(head)
            if (commit := self.numbers.get(sha, 0)) in self.landed
        )
        return max(below, default=(0, ""))[1]

    def _called(self, people: Iterable[int]) -> set[str]:
        return {name for who in people for name in self.names.get(who, ())}

    def _behind(self, *commits: int) -> set[str]:
        """Give what those are called who wrote or co-wrote commits."""
        people = {self.commits[commit].author for commit in commits}
        people.update(who for commit in commits for who in self.credited.get(commit, ()))
        return self._called(people)

    def _landed_anew(self, change: ChangeFact, commits: Sequence[int], rule: str) -> ChangeFact:
        if not commits:
            return change
        landing = commits[-1]
        self.carried.update(dict.fromkeys(commits, landing))
        landed = self.commits[landing]
        return change._replace(
            opened_at=min(change.opened_at, landed.committed_at), state="merged",
            merged_at=landed.committed_at, merged_by=self._merger(landed, RULES[rule]), landing=landing,
            rule=RULES[rule],
        )  # fmt: skip

    def _change(self, number: int) -> ChangeFact:
        head = self.heads.get(number, "")
        own = self._branches.walk(head) if head in self.work else []
        landing, rule = self._landing(number, head, own)
        if own and not landing:
            self._authors[number] = {author for author, _ in own}
        tip = self.numbers.get(head, 0) or self._merged_head(landing, rule)
        own = own or self._brought_with(tip, landing)
        if not own and self.landed.get(tip) == tip:  # the main line goes through the branch, not its merge
            own = self._brought_with(tip, tip)
        # Where references are missing, merges alone would tell an opening, and speak for what was squashed.
        opened = min((at for _, at in own if at >= EARLIEST), default=0) if head else 0
        author = _first_author(own)
        if not landing:
            if head and number in self.elsewhere:
                return self._aside(number, head, author, opened)
            return ChangeFact(self.project, number, author, opened, "unknown", 0, 0, 0, "")
        landed = self.commits[landing]
        if landed.parents < 2:
            # A branch that was pushed as it is landed with every commit that gives its address, by whomever.
            told = self.linked.get(number, ())
            pieces = [landing, *(commit for commit in told if self.carried.get(commit) == landing)]
            landed_at = [self.commits[commit].committed_at for commit in pieces]
            for commit in told:
                at = self.commits[commit].committed_at
                if min(landed_at) - PATIENCE <= at <= max(landed_at) + PATIENCE:
                    self.carried.setdefault(commit, landing)
        if landed.parents < 2 and (not author or self._tells_author(landed, rule, own)):
            author = landed.author
        return ChangeFact(
            self.project, number, author, min(opened, landed.committed_at), "merged", landed.committed_at,
            self._merger(landed, rule), landing, rule,
        )  # fmt: skip

    def _aside(self, number: int, head: str, author: int, opened: int) -> ChangeFact:
        """Give a change that another branch names; `author` and `opened` are by all commits of its head."""
        at = self.elsewhere[number]
        own = self._apart.walk(head)
        if own:
            author, opened = _first_author(own), min(when for _, when in own)
        # A backport keeps the date of what it carries over: when it was opened that does not tell.
        is_known = bool(own) and opened >= EARLIEST and self._standing.isdisjoint(own)
        is_late = is_known and at > max(when for _, when in own) + LATE
        if is_late or at < opened - PATIENCE:
            return ChangeFact(self.project, number, author, opened, "unknown", 0, 0, 0, "")
        opened = min(opened, at) if is_known else at
        return ChangeFact(self.project, number, author, opened, "merged", at, 0, 0, RULES["elsewhere"])

    @cached_property
    def _apart(self) -> Branches:
        """The branches of changes without what the branches they landed on hold themselves."""
        work = dict(self.work)
        for sha in self.trunk:
            work.pop(sha, None)
        return Branches(work)

    @cached_property
    def _standing(self) -> frozenset[tuple[int, int]]:
        """Who wrote, and when, what stands elsewhere, too: on a branch of the project, or in two changes."""
        here = (self.commits[commit] for commit in self.landed)
        # The work of all other branches is here, too: what one of them and a change hold is there twice.
        written = Counter(map(WRITTEN, self.work.values()))
        return frozenset(map(WRITTEN, here)).union(one for one, times in written.items() if times > 1)

    def _landing(self, number: int, head: str, own: list[tuple[int, int]]) -> tuple[int, str]:
        at = self.numbers.get(head, 0)
        said = self.said.get(number, {})
        for merge in (said.get("merge", 0), said.get("squash", 0)):
            if at in self.landed and at in self.graph.parents.get(merge, ())[1:]:
                return merge, RULES["head"]
        if at in self.landed and self.named.get(at, {number}) == {number}:
            return self.landed[at], RULES["head"]
        rules = self.said.get(number)
        if not rules:
            return 0, ""
        begun = min((at for _, at in own), default=0)
        for rule in ("merge", "squash", *(["closes"] if head else [])):
            if rule not in rules or self.commits[rules[rule]].committed_at < begun - PATIENCE:
                continue
            if rule != "closes" or self._keeps_author(rules[rule], own):
                return rules[rule], RULES[rule]
        linked = self._linked(number, own, begun) if head else []
        self.carried.update(dict.fromkeys(linked, linked[-1] if linked else 0))
        return (linked[-1], RULES["link"]) if linked else (0, "")

    def _tells_author(self, landed: Stamp, rule: str, own: list[tuple[int, int]]) -> bool:
        """Tell whether a squashed commit names whose change it was, not who squashed it by hand."""
        by_hand = landed.committer == landed.author and landed.author not in {author for author, _ in own}
        return rule == RULES["squash"] and landed.author not in self.web and not by_hand

    def _linked(self, number: int, own: list[tuple[int, int]], begun: int) -> list[int]:
        """Give the commits that landed as a change whose address they give, the last of them last.

        Long after the first only what its head holds shows that more of it landed: else it is what followed.
        """
        told = [
            (self.commits[commit].committed_at, commit)
            for commit in self.linked.get(number, ())
            if commit not in self.named and self._keeps_author(commit, own)
        ]
        later = [one for one in told if one[0] >= begun - PATIENCE]
        still = [at for at, commit in later if WRITTEN(self.commits[commit]) in own]
        until = max([later[0][0] + PATIENCE, *still]) if later else 0
        return [commit for at, commit in later if at <= until]

    def _keeps_author(self, closing: int, own: list[tuple[int, int]]) -> bool:
        """Tell whether who wrote a change stands behind the commit that closes it, if that is known."""
        wrote = self._called(author for author, _ in own)
        if not wrote:
            return True
        brought = [closing, *(self._brought.get(closing, ()) if self.commits[closing].parents > 1 else ())]
        return not wrote.isdisjoint(self._behind(*brought))

    @cached_property
    def _brought(self) -> dict[int, list[int]]:
        """The commits that each commit brought to the default branch, itself among them."""
        found: dict[int, list[int]] = {}
        for commit, landing in self.landed.items():
            found.setdefault(landing, []).append(commit)
        return found

    def _merger(self, landed: Stamp, rule: str) -> int:
        """Tell who merged: the author of a merge commit.

        Else a committer who is a person; else unknown (0).
        """
        if landed.parents > 1:
            return 0 if landed.author in self.web else landed.author
        if rule == RULES["head"] or landed.committer in self.web:
            return 0
        return landed.committer

    def _merged_head(self, landing: int, rule: str) -> int:
        """Give the head of a change that a merge names: what it merged, where no reference tells."""
        parents = self.graph.parents.get(landing, [])
        return parents[1] if rule == RULES["merge"] and len(parents) == 2 else 0

    def _brought_with(self, head: int, landing: int) -> list[tuple[int, int]]:
        """Give (author, authored at) of the commits a merge brought in with `head`; none when untold."""
        brought = self._stacks.work(head, landing, 2 * MAX_COMMITS)
        self.carried.update(dict.fromkeys(brought, landing))
        stamps = [self.commits[commit] for commit in brought]
        # What only brings a branch up to date is nothing but merges.
        stamps = [one for one in stamps if one.parents < 2] or stamps
        own = [(one.author, one.authored_at) for one in stamps]
        return own if len(own) <= MAX_COMMITS else []


def _first_author(own: list[tuple[int, int]]) -> int:
    """Give who wrote the first commit of a change, 0 where none is known; own ones are the newest first.

    Whoever merges often adds more commits than the change began with.
    """
    return min(reversed(own), key=itemgetter(1))[0] if own else 0
