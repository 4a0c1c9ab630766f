"""Changes that landed on another branch than the default one: of a release, or of the next version.

Their numbers stand in the commits of those branches, as they do on the default branch. Forges call such
changes merged, and who backports a mend has merged something.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from folkmoot.sources.git.command import Git, failure
from folkmoot.sources.git.history import records_of
from folkmoot.sources.git.message import mentions, subject

BRANCH = re.compile(r"refs/(?:heads|remotes/[^/]+)/(?!HEAD$).+")
LOG = (
    "log", "--no-show-signature", "--no-mailmap", "--no-color", "--encoding=UTF-8", "--no-patch", "-z",
    "--ignore-missing", "--pretty=tformat:%ct%x00%B",
)  # fmt: skip
RULES = ("merge", "squash")
"""A message that merely closes a number speaks of an issue as often, and lands nothing by itself."""
MOST_BRANCHES = 3000
MOST_COMMITS = 200_000


def landed_elsewhere(
    git: Git, references: Mapping[str, str], tip: str, wanted: Collection[int]
) -> dict[int, int]:
    """Give when changes among `wanted` landed on a branch other than that of `tip`, the first time of each.

    Only the newest MOST_COMMITS commits of at most MOST_BRANCHES branches are read. Raises SourceError when
    git fails.
    """
    if not wanted:
        return {}
    return {number: at for number, at in said_elsewhere(git, references, tip).items() if number in wanted}


def said_elsewhere(git: Git, references: Mapping[str, str], tip: str) -> dict[int, int]:
    """Give when any number was first said to have landed on a branch other than that of `tip`."""
    others = sorted({sha for name, sha in references.items() if BRANCH.fullmatch(name) and sha != tip})
    if not others or not tip:
        return {}
    found: dict[int, int] = {}
    for at, message in _messages(git, others[:MOST_BRANCHES], tip):
        for number, rule in mentions(message, subject(message)):
            if rule in RULES:
                found[number] = min(at, found.get(number, at))
    return found


def _messages(git: Git, others: list[str], tip: str) -> Iterator[tuple[int, bytes]]:
    """Give (committed at, message) of the commits that only other branches have; messages are indented."""
    asked = "".join([*(f"{sha}\n" for sha in others), f"^{tip}\n"]).encode("ascii")
    with git.stream(*LOG, f"--max-count={MOST_COMMITS}", "--stdin", stdin=asked) as call:
        records = records_of(call)
        for written in records:
            message = next(records, b"")
            if written.isdigit():
                yield int(written), b"    " + message.replace(b"\n", b"\n    ")
        code, said = call.wait()
        if code:
            raise failure(call, "log", said)
