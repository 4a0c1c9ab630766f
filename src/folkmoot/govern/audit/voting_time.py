"""How long a vote can have been open at most, as far as the history of the change that holds it shows.

A vote that is held on a change opens when its text is there to be read, so not before the oldest commit of
that change, and ends when the result lands. Forges keep those commits as references (`refs/pull/N/head`)
after a squash, and a merge keeps them as its second parent. Where neither is in the clone nothing is said.
"""

from __future__ import annotations

import re

from folkmoot.sources.git.landings import Landing
from folkmoot.sources.git.repository import Repository

_NUMBER = re.compile(r"\(#(\d{1,9})\)\s*$|^Merge pull request #(\d{1,9})\b|[!(](\d{1,9})\)\s*$")
_HEADS = ("refs/pull/{n}/head", "refs/merge-requests/{n}/head", "refs/pull-requests/{n}/from")


def longest_open(repository: Repository, path: str, landing: Landing) -> int | None:
    """Give for how many seconds at most the vote in a file was open; None where the history is silent.

    `landing` is the commit of the default branch with which the result came.
    """
    if not landing.parents:
        return None
    heads = list(landing.parents[1:]) or _head_of(repository, landing.sha)
    if not heads:
        return None
    # The whole folder: records are renumbered while they wait, and an older text only lengthens the time.
    folder = path.rpartition("/")[0] or "."
    said = repository.git.text("log", "--format=%at", *heads, "--not", landing.parents[0], "--", folder)
    times = [int(word) for word in said.split() if word.isdigit()]
    return max(0, landing.committed_at - min(times)) if times else None


def _head_of(repository: Repository, sha: str) -> list[str]:
    """Give the head of the change that a squashed commit names in its subject, where it is in the clone."""
    subject = repository.git.text("log", "--max-count=1", "--format=%s", sha)
    found = _NUMBER.search(subject)
    number = next(filter(None, found.groups()), "") if found else ""
    names = [head.format(n=number) for head in _HEADS] if number else []
    return [repository.references[name] for name in names if name in repository.references][:1]
