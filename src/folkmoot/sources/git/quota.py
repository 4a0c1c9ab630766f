"""How much disk a remote may fill: what it sends is measured while it comes, and stopped at a limit.

A limit on the size of one file (where the system has one) stops a pack at once; measuring the folder now and
then stops many small files too, and works everywhere.
"""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

from folkmoot.model.errors import HostileInputError, UsageError
from folkmoot.sources import clock

VARIABLE = "FOLKMOOT_CLONE_LIMIT_MB"
USUAL = 20_000
"""Megabytes on disk that the clone behind one URL may take, unless the environment says otherwise.

The history of the largest projects is below it; a remote that sends without end is stopped at it.
"""
MEGABYTE = 1_000_000
HALF_WRITTEN = {"objects/**/tmp_*": 3600.0, "objects/**/.tmp-*": 3600.0, "**/*.lock": 60.0}
"""What git leaves when it is ended while it writes, and the seconds after which nobody still writes it.

No reference may have a name that ends in `.lock`.
"""


def limit() -> int:
    """Give the bytes a clone may take. Raises UsageError when the environment holds no number above 0."""
    said = os.environ.get(VARIABLE, "").strip() or str(USUAL)
    try:
        megabytes = float(said)
    except ValueError:
        megabytes = 0
    if not 0 < megabytes < 1e12:
        raise UsageError(
            f"{VARIABLE} is {said!r}, which is no number of megabytes.",
            hint=f"set it to the megabytes a clone may take, such as {USUAL}, or leave it out.",
        )
    return int(megabytes * MEGABYTE)


def size_of(place: Path) -> int:
    """Give the bytes of all files under a folder; what vanishes meanwhile is not counted."""
    size = 0
    for folder, _, names in os.walk(place):
        for name in names:
            with contextlib.suppress(OSError):
                size += (Path(folder) / name).lstat().st_size
    return size


def bound(process: int, room: int) -> None:
    """Bound the size of every file that a process which has just begun may write, where the system can."""
    if sys.platform == "linux":
        import resource

        with contextlib.suppress(ProcessLookupError, PermissionError, ValueError):
            _, most = resource.prlimit(process, resource.RLIMIT_FSIZE)
            least = room if most == resource.RLIM_INFINITY else min(room, most)
            resource.prlimit(process, resource.RLIMIT_FSIZE, (least, least))


def sweep(place: Path, *, older: bool = False) -> None:
    """Remove what a stopped fetch left half written; what was whole before stays.

    With `older`, only what has not been written to for so long that nobody is at it any more.
    """
    for pattern, seconds in HALF_WRITTEN.items():
        for left in place.glob(pattern):
            with contextlib.suppress(OSError):
                if not older or left.lstat().st_mtime < clock.now() - seconds:
                    left.unlink()


def exceeded(shown: str, most: int) -> HostileInputError:
    """Give the error for a remote that sends more than `most` bytes."""
    return HostileInputError(
        f"{shown} was stopped: its clone would take more than {most / MEGABYTE:,.10g} MB of disk.",
        hint=f"if you trust it, set {VARIABLE} to more megabytes.",
    )
