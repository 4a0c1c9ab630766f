"""What each commit changed among chosen files, a merge compared with its first parent, with object ids.

Following first parents gives the *trunk*: the states the default branch really had, one after another. What
a merge brought carries the merge's time, because that is when it began to count.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from folkmoot.model.errors import SourceError
from folkmoot.sources.git.call import failure
from folkmoot.sources.git.command import Git
from folkmoot.sources.git.history import records_of
from folkmoot.sources.git.text import text

LOG = (
    "log", "-z", "--raw", "--no-renames", "--no-abbrev", "--root", "--diff-merges=first-parent",
    "--no-show-signature", "--no-ext-diff", "--no-textconv", "--no-color", "--no-mailmap", "--encoding=UTF-8",
    "--format=tformat:%x01%H %P%x02%at %ct %an%x02%ae",
)  # fmt: skip
NOTHING = re.compile("0+")
SUBMODULE = "160000"
"""The mode of a submodule: its id is a commit of another repository, which is no file's content here."""


class Change(NamedTuple):
    """One file changed: its path, its content's object id before and after ("": not there, or no file)."""

    path: str
    before: str
    after: str


class Landing(NamedTuple):
    """One commit with its changes among the chosen files. Times are seconds since 1970."""

    sha: str
    parents: tuple[str, ...]
    authored_at: int
    committed_at: int
    author: str
    email: str
    changes: list[Change]


def landings(
    git: Git, tip: str, wanted: Callable[[str], object], *, only_trunk: bool = False
) -> Iterator[Landing]:
    """Give every commit reachable from `tip`, newest first, with its changes to paths that are `wanted`.

    With `only_trunk` git follows first parents alone, which takes a third of the time where branches are
    merged. Raises SourceError when git fails.
    """
    with git.stream(*LOG, *(("--first-parent",) if only_trunk else ()), tip) as call:
        current: Landing | None = None
        records = records_of(call)
        for record in records:
            part = record.lstrip(b"\n")
            if part[:1] == b"\x01":
                if current is not None:
                    yield current
                current = _landing(part)
            elif part[:1] == b":" and current is not None:
                path = text(next(records, b""))
                if wanted(path):
                    current.changes.append(_change(part, path))
        if current is not None:
            yield current
        code, said = call.wait()
        if code:
            raise failure(call, "log", said)


def trunk_touching(git: Git, tip: str, wanted: Callable[[str], object]) -> tuple[list[Landing], str]:
    """Give the trunk's commits that changed a `wanted` path, oldest first, and the commit it begins with.

    The others are not held: a trunk may have hundreds of thousands. Raises SourceError when git fails.
    """
    touching, start = [], ""
    for landing in landings(git, tip, wanted, only_trunk=True):
        start = landing.sha
        if landing.changes:
            touching.append(landing)
    return touching[::-1], start


def trunk(commits: list[Landing], tip: str) -> list[Landing]:
    """Give the commits met by following first parents back from `tip`, oldest first."""
    known = {commit.sha: commit for commit in commits}
    chain = []
    current = known.get(tip)
    while current is not None:
        chain.append(current)
        current = known.get(current.parents[0]) if current.parents else None
    return chain[::-1]


def _landing(part: bytes) -> Landing:
    try:
        ids, times, email = part[1:].split(b"\x02", 2)
        sha, *parents = ids.decode("ascii").split()
        authored, committed, author = times.split(b" ", 2)
        return Landing(
            sha,
            tuple(parents),
            int(authored or 0),
            int(committed or 0),
            text(author),
            text(email.rstrip(b"\n")),
            [],
        )
    except ValueError as error:
        raise SourceError(
            f"git log said something that cannot be read: {error}",
            hint="`git fsck` in the clone tells whether it is whole; where it is, report this line.",
        ) from error


def _change(part: bytes, path: str) -> Change:
    words = part.decode("ascii", "replace").split(" ")
    if len(words) < 5:
        raise SourceError(
            "git log said something that cannot be read.",
            hint="`git fsck` in the clone tells whether it is whole; where it is, report this line.",
        )
    modes = (words[0].removeprefix(":"), words[1])
    before, after = (
        "" if mode == SUBMODULE or NOTHING.fullmatch(word) else word
        for mode, word in zip(modes, words[2:4], strict=True)
    )
    return Change(path, before, after)
