"""Commits of unmerged branches in short: as much as is needed to tell whose work they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from folkmoot.sources.git.command import Git
from folkmoot.sources.git.contents import contents
from folkmoot.sources.git.history import parse

SPARING = ("core.deltaBaseCacheLimit=4m", "core.packedGitLimit=4m")
"""Headers of commits lie next to one another: little need be at hand, beside a reading that needs much."""
AT_ONCE = 20_000
"""Commits whose headers are asked for in one call."""
LONGEST = 1 << 20
"""Bytes of one commit that are looked at."""
WRITTEN = re.compile(rb"^author ([^\n]*>) (\d{1,18}) ", re.MULTILINE)


class Sketch(NamedTuple):
    """As much of a commit as the work of an unmerged branch needs. `author` is `Name <mail>`."""

    sha: str
    parents: tuple[str, ...]
    author: bytes
    authored_at: int


def sketches(git: Git, tips: list[str], without: list[str]) -> Iterator[Sketch]:
    """Give every commit reachable from `tips` and not from `without`, without messages and paths.

    Those of either that are not in the repository are left out of account. `git log` would hold the messages
    of both sides in memory until it has found where they part: the headers are asked for after that.
    Raises SourceError when git fails.
    """
    sparing = replace(git, settings=(*git.settings, *SPARING))
    asked = "".join([*(f"{tip}\n" for tip in tips), *(f"^{tip}\n" for tip in without)]).encode("ascii")
    listed = sparing.run("rev-list", "--parents", "--ignore-missing", "--stdin", stdin=asked)
    families = iter(listed.decode("ascii").splitlines())
    while some := [line.split() for line in islice(families, AT_ONCE)]:
        headers = contents(sparing, [family[0] for family in some], LONGEST, kind=b"commit")
        for (sha, *parents), (_, record, _) in zip(some, headers, strict=True):
            header, _, _ = (record or b"").partition(b"\n\n")
            yield Sketch(sha, tuple(parents), *_written(header))


def _written(header: bytes) -> tuple[bytes, int]:
    """Give who wrote a commit, as `Name <mail>` in UTF-8, and when, from its header as it is stored."""
    match = WRITTEN.search(header)
    if match is None or b"\nencoding " in header:
        commit = parse(header)
        return commit.author, commit.authored_at
    return match[1], int(match[2])
