"""Commits of unmerged branches in short: as much as is needed to tell whose work they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from folkmoot.sources.git.command import Call, Git, failure
from folkmoot.sources.git.contents import contents
from folkmoot.sources.git.history import parse

SPARING = ("core.deltaBaseCacheLimit=4m", "core.packedGitLimit=4m")
"""Headers of commits lie next to one another: little need be at hand, beside a reading that needs much."""
LIST = (
    "rev-list", "--parents", "--ignore-missing", "--encoding=none", "--format=%at%x00%e%x00%an <%ae>",
    "--stdin",
)  # fmt: skip
"""What is missing is passed over only where that is said before `--stdin`."""
LONGEST = 1 << 20
"""Bytes of one odd commit that are looked at."""
LONGEST_TIME = 18
"""Digits of seconds since 1970; what has more is no time."""


class Sketch(NamedTuple):
    """As much of a commit as the work of an unmerged branch needs. `author` is `Name <mail>`."""

    sha: str
    parents: tuple[str, ...]
    author: bytes
    authored_at: int


def sketches(git: Git, tips: list[str], trunk: str) -> Iterator[Sketch]:
    """Give every commit reachable from `tips` and not from `trunk`, without messages and paths.

    A few that are reachable from both are given too, where clocks went wrong. Tips that are not in the
    repository are left out of account. Raises SourceError when git fails.

    What `trunk` leads to is told apart here: git would hold the messages of both sides in memory until it
    has found where they part.
    """
    sparing = replace(git, settings=(*git.settings, *SPARING))
    inside, come = {trunk}, 0
    ids = {tip: tip for tip in tips}  # every id is kept once, and so is every author
    authors: dict[str, bytes] = {}
    odd: dict[str, tuple[str, ...]] = {}
    asked = "".join(f"{tip}\n" for tip in (*tips, trunk)).encode("ascii")
    with sparing.stream(*LIST, stdin=asked) as call:
        for line, told in _records(call):
            sha, *parents = line[len("commit ") :].split(" ")
            if sha in inside:
                inside.remove(sha)
                inside.update(parents)
                come += sha in ids
                if come == len(ids):
                    break  # all that follows is of the trunk alone
                continue
            come += 1
            family = tuple(map(ids.setdefault, parents, parents))
            at, encoding, who = told.split("\0", 2)
            if encoding or not at.isdecimal() or len(at) > LONGEST_TIME:
                odd[sha] = family
                continue
            author = authors.get(who)
            if author is None:
                author = authors[who] = who.encode("latin-1")
            yield Sketch(ids[sha], family, author, int(at))
    for sha, record, _ in contents(sparing, list(odd), LONGEST, kind=b"commit"):
        commit = parse((record or b"").partition(b"\n\n")[0])
        yield Sketch(sha, odd[sha], commit.author, commit.authored_at)


def _records(call: Call) -> Iterator[tuple[str, str]]:
    """Give the two lines of each commit, every byte as one character."""
    rest = ""
    for chunk in call.chunks():
        *lines, rest = (rest + chunk.decode("latin-1")).split("\n")
        if len(lines) % 2:
            rest = f"{lines.pop()}\n{rest}"
        yield from zip(lines[::2], lines[1::2], strict=True)
    code, said = call.wait()
    if code:
        raise failure(call, "rev-list", said)
