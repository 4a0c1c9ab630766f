"""Changes that landed on another branch than the default one: of a release, or of the next version.

Their numbers stand in the commits of those branches, as they do on the default branch. Forges call such
changes merged, and who backports a mend has merged something.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from folkmoot.sources.git.command import Git
from folkmoot.sources.git.contents import contents
from folkmoot.sources.git.history import parse
from folkmoot.sources.git.message import mentions, subject
from folkmoot.sources.git.sketches import Sketch

BRANCH = re.compile(r"refs/(?:heads|remotes/[^/]+)/(?!HEAD$).+")
RULES = ("merge", "squash")
"""A message that merely closes a number speaks of an issue as often, and lands nothing by itself."""
MOST_BRANCHES = 3000
MOST_COMMITS = 200_000
LONGEST = 1 << 20
"""Bytes of one commit that are looked at."""


class Landed(NamedTuple):
    """When a change landed on another branch (seconds since 1970), and by which commit."""

    at: int
    commit: str


def other_branches(references: Mapping[str, str], tip: str) -> list[str]:
    """Give the tips of all branches but that of `tip`, at most MOST_BRANCHES."""
    found = {sha for name, sha in references.items() if BRANCH.fullmatch(name)}
    return sorted(found - {tip})[:MOST_BRANCHES]


def said_elsewhere(git: Git, commits: Sequence[str]) -> dict[int, Landed]:
    """Give when any number was first said to have landed by one of `commits`, of which MOST_COMMITS are read.

    Raises SourceError when git fails.
    """
    found: dict[int, Landed] = {}
    for sha, record, _ in contents(git, commits[:MOST_COMMITS], LONGEST, kind=b"commit"):
        header, _, body = (record or b"").partition(b"\n\n")
        message = b"    " + body.replace(b"\n", b"\n    ")
        for number, rule in mentions(message, subject(message)):
            if rule in RULES:
                landed = Landed(parse(header).committed_at, sha)
                found[number] = min(landed, found.get(number, landed))
    return found


def trunk_of(outside: Mapping[str, Sketch], landed: Iterable[Landed]) -> set[str]:
    """Give the commits of the branches that changes landed on: what leads to each landing, itself included.

    `outside` are the commits that the default branch lacks. What a merge brought in is of a change and left
    out.
    """
    found: set[str] = set()
    for _, sha in landed:
        here = sha
        while here in outside and here not in found:
            found.add(here)
            here = next(iter(outside[here].parents), "")
    return found
