"""Changes that landed on another branch than the default one: of a release, or of the next version.

Their numbers stand in the commits of those branches, as they do on the default branch. Forges call such
changes merged, and who backports a mend has merged something.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from folkmoot.sources.git.command import Git, failure
from folkmoot.sources.git.history import records_of
from folkmoot.sources.git.message import mentions, subject

BRANCH = re.compile(r"refs/(?:heads|remotes/[^/]+)/(?!HEAD$).+")
LOG = (
    "log", "--no-show-signature", "--no-mailmap", "--no-color", "--encoding=UTF-8", "--no-patch", "-z",
    "--ignore-missing", "--pretty=tformat:%H %ct%x00%B",
)  # fmt: skip
RULES = ("merge", "squash")
"""A message that merely closes a number speaks of an issue as often, and lands nothing by itself."""
MOST_BRANCHES = 3000
MOST_COMMITS = 200_000


class Landed(NamedTuple):
    """When a change landed on another branch (seconds since 1970), and by which commit."""

    at: int
    commit: str


def landed_elsewhere(
    git: Git, references: Mapping[str, str], tip: str, wanted: Collection[int]
) -> dict[int, Landed]:
    """Give when changes among `wanted` landed on a branch other than that of `tip`, the first time of each.

    Only the newest MOST_COMMITS commits of at most MOST_BRANCHES branches are read. Raises SourceError when
    git fails.
    """
    if not wanted:
        return {}
    said = said_elsewhere(git, references, tip)
    return {number: landed for number, landed in said.items() if number in wanted}


def said_elsewhere(git: Git, references: Mapping[str, str], tip: str) -> dict[int, Landed]:
    """Give when any number was first said to have landed on a branch other than that of `tip`."""
    others = sorted({sha for name, sha in references.items() if BRANCH.fullmatch(name) and sha != tip})
    if not others or not tip:
        return {}
    found: dict[int, Landed] = {}
    for landed, message in _messages(git, others[:MOST_BRANCHES], tip):
        for number, rule in mentions(message, subject(message)):
            if rule in RULES:
                found[number] = min(landed, found.get(number, landed))
    return found


def trunk_of(git: Git, landed: Iterable[Landed], tip: str) -> Iterator[str]:
    """Give the commits of the branches that changes landed on: what leads to each landing, itself included.

    What a merge brought in is of a change and left out, and so is what the branch of `tip` holds. Raises
    SourceError when git fails.
    """
    commits = sorted({each.commit for each in landed})
    if not commits or not tip:
        return
    asked = "".join([*(f"{sha}\n" for sha in commits), f"^{tip}\n"]).encode("ascii")
    with git.stream("rev-list", "--first-parent", "--ignore-missing", "--stdin", stdin=asked) as call:
        rest = b""
        for chunk in call.chunks():
            *lines, rest = (rest + chunk).split(b"\n")
            yield from (line.decode("ascii") for line in lines)
        code, said = call.wait()
        if code:
            raise failure(call, "rev-list", said)


def _messages(git: Git, others: list[str], tip: str) -> Iterator[tuple[Landed, bytes]]:
    """Give when and what landed, and the message (indented), of the commits that only other branches have."""
    asked = "".join([*(f"{sha}\n" for sha in others), f"^{tip}\n"]).encode("ascii")
    with git.stream(*LOG, f"--max-count={MOST_COMMITS}", "--stdin", stdin=asked) as call:
        records = records_of(call)
        for written in records:
            message = next(records, b"")
            commit, _, at = written.decode("ascii", "replace").partition(" ")
            if at.isdigit():
                yield Landed(int(at), commit), b"    " + message.replace(b"\n", b"\n    ")
        code, said = call.wait()
        if code:
            raise failure(call, "log", said)
