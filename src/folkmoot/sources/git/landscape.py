"""What is known of one project when its changes are read: its commits, references, and what messages say."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from typing import NamedTuple

from folkmoot.sources.git.branch_work import Work
from folkmoot.sources.git.graph import Graph
from folkmoot.sources.git.squashed import Branch, Same

HEAD = re.compile(r"refs/(?:pull|pull-requests|merge-requests)/([1-9][0-9]{0,8})/(?:head|from)")
WRITTEN = attrgetter("author", "authored_at")
"""Gives who wrote a commit, and when."""


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

    What mentions say is laid out by number: `said` has the first commit by rule, `linked` all that give an
    address; `named` are the numbers that a commit says landed with it.
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

    def __post_init__(self) -> None:
        self.said, self.named, self.linked = {}, {}, {}
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

    def called(self, people: Iterable[int]) -> set[str]:
        """Give what people are called."""
        return {name for who in people for name in self.names.get(who, ())}

    def behind(self, *commits: int) -> set[str]:
        """Give what those are called who wrote or co-wrote commits."""
        people = {self.commits[commit].author for commit in commits}
        people.update(who for commit in commits for who in self.credited.get(commit, ()))
        return self.called(people)
