"""Advisories that name commits of a repository and no versions, held against a dependency kept at a commit.

Which commits are affected follows from the history alone (OSV, ranges of the type GIT), and so can only be
told where the history of that repository is at hand. Where it is not, the answer is "cannot be decided".

Definition: https://ossf.github.io/osv-schema/#affectedrangestype-field
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from folkmoot.model.component import Component
from folkmoot.supply.advisories.matching import Verdict
from folkmoot.supply.advisories.naming import repository_name
from folkmoot.supply.advisories.record import Affected, Range

Contains = Callable[[str, str, str], bool | None]
"""Tells of (repository, older, newer) whether the newer commit holds the older; None: nobody can tell."""

GIT = "GIT"
"""The shelf on which advisories on repositories are kept, each under the address without its protocol."""
COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_PINNED = re.compile(rf"(.{{1,900}}?)[@#]({COMMIT.pattern})")


def pinned(component: Component) -> tuple[str, str] | None:
    """Give the repository and the commit that a file keeps a component at, None where it keeps it at none."""
    if component.purl.type == "github" and COMMIT.fullmatch(component.purl.version):
        return f"github.com/{component.purl.namespace}/{component.purl.name}", component.purl.version
    told = _PINNED.fullmatch(component.source)
    name = repository_name(told[1].partition("?")[0].partition("#")[0]) if told else ""
    return (name, told[2]) if told and name else None


def judge_commit(commit: str, affected: Affected, contains: Contains | None) -> Verdict:
    """Hold a commit against what one record says of its repository. None where the history is not at hand."""

    def holds(newer: str, older: str) -> bool | None:
        if not (COMMIT.fullmatch(newer) and COMMIT.fullmatch(older)):
            return None
        if newer == older:
            return True
        return contains(affected.package, older, newer) if contains else None

    verdicts = [_within(commit, each, holds) for each in affected.ranges]
    is_affected = _any(verdicts)
    fixes = [
        at
        for told, each in zip(verdicts, affected.ranges, strict=True)
        if told
        for kind, at in each.events
        if kind == "fixed" and COMMIT.fullmatch(at)
    ]
    return Verdict(is_affected, fixes[-1] if is_affected and fixes else "")


def _within(commit: str, told: Range, holds: Callable[[str, str], bool | None]) -> bool | None:
    """Tell whether a commit holds what brought the hole in, and nothing of what took it out again."""
    brought: list[bool | None] = []
    ended: list[bool | None] = []
    for kind, at in told.events:
        if kind == "introduced":
            brought.append(True if at == "0" else holds(commit, at))
        elif kind == "fixed":
            ended.append(holds(commit, at))
        elif kind == "last_affected":
            ended.append(False if at == commit else holds(commit, at))
        elif at != "*":
            ended.append(True if at == commit else _not(holds(at, commit)))
    gone, there = _any(ended), _any(brought)
    if gone or there is False:
        return False
    return None if gone is None or there is None else True


def _any(told: Iterable[bool | None]) -> bool | None:
    found = set(told)
    return True if True in found else None if None in found else False


def _not(told: bool | None) -> bool | None:
    return None if told is None else not told
