"""Where the HEAD of a URL's clone leads: where the remote's does, on a branch or on a commit alone."""

from __future__ import annotations

import re

from folkmoot.sources.git.command import Git
from folkmoot.sources.git.repository import USUAL_NAMES

BRANCH = re.compile(rb"^ref: (refs/heads/\S+)\tHEAD$", re.MULTILINE)
COMMIT = re.compile(rb"^([0-9a-f]{40,64})\tHEAD$", re.MULTILINE)
"""How a remote tells its HEAD: the branch it is on, or only its commit."""
KEPT = "refs/folkmoot/head"
"""What keeps the commit of a remote whose HEAD is on no branch."""


def fetched_with(told: bytes) -> tuple[str, ...]:
    """Give the settings with which the commit of a HEAD on no branch is fetched too."""
    is_detached = COMMIT.search(told) and not BRANCH.search(told)
    return (f"remote.origin.fetch=+HEAD:{KEPT}",) if is_detached else ()


def point(git: Git, told: bytes) -> None:
    """Let HEAD lead where the remote's does, and give it the time of this fetch.

    A HEAD on no branch gives way to the branch that was read before, or to a usual one.
    """
    head = git.directory / "HEAD"
    if branch := BRANCH.search(told):
        head.write_bytes(b"ref: " + branch[1] + b"\n")
    elif commit := COMMIT.search(told):
        there = git.text("for-each-ref", "--format=%(refname)", "refs/heads").split("\n")
        before = git.text("symbolic-ref", "--quiet", "HEAD")
        names = (before, *(f"refs/heads/{name}" for name in USUAL_NAMES))
        kept = next((f"ref: {name}".encode() for name in names if name in there), commit[1])
        head.write_bytes(kept + b"\n")
    head.touch()
