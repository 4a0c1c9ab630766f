"""When a repository in a folder last learned something: until then its numbers can be believed."""

from __future__ import annotations

import re

from folkmoot.sources import clock
from folkmoot.sources.git.location import Folder, beginning


def last_update(where: Folder) -> int:
    """Give when a clone last learned something.

    That is now for a repository that came from nowhere. For a clone it is the last fetch, which writes
    FETCH_HEAD whether or not it brings anything; where none was made since it was cloned, the newest trace of
    a commit. What happened elsewhere after it is not known, and must not be counted as silence.
    """
    now = clock.now()
    if not _is_clone(where):
        return now
    for traces in (("FETCH_HEAD",), ("packed-refs", "logs/HEAD", "HEAD", "refs/heads")):
        places = [base / name for base in {where.git, where.common} for name in traces]
        if times := [int(place.stat().st_mtime) for place in places if place.exists()]:
            return min(now, max(times))
    return now


def _is_clone(where: Folder) -> bool:
    """Tell whether a repository has a remote, or references or packs that only a fetch brings."""
    foreign = re.compile(rb"^[ \t]*\[[ \t]*remote\b| refs/(?:remotes|pull|merge-requests)/", re.MULTILINE)
    written = (where.common / name for name in ("config", "packed-refs"))
    if any(foreign.search(beginning(place, 1 << 24)) for place in written if place.is_file()):
        return True
    return any((where.common / "objects" / "pack").glob("*.promisor"))
