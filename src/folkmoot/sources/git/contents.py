"""Many file contents out of one git call: the beginning of each, never more in memory than asked for."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence

from folkmoot.model.errors import SourceError
from folkmoot.sources.git.call import CHUNK, Call, failure
from folkmoot.sources.git.command import Git


def contents(
    git: Git, blobs: Sequence[str], limit: int, kind: bytes = b"blob"
) -> Iterator[tuple[str, bytes | None, int]]:
    """Give (id, at most `limit` bytes, whole size) for each of `blobs`, in their order.

    The bytes are None, and the size 0, for what is not in this clone or is no file (no other `kind` of object
    asked for). Raises SourceError when git fails.
    """
    if not blobs:
        return
    asked = (f"{blob}\n".encode("ascii") for blob in blobs)
    with git.stream("cat-file", "--batch", "--buffer", stdin=asked) as call:
        for blob in blobs:
            words = call.output.readline(1024).split()
            if len(words) == 3 and words[2].isdigit():
                size = int(words[2])
                beginning = call.output.read(min(size, limit))
                _skip(call, size - len(beginning) + 1)
                yield (blob, beginning, size) if words[1] == kind else (blob, None, 0)
            elif len(words) == 2 and words[1] == b"missing":
                yield blob, None, 0
            else:
                code, said = call.wait()
                raise (
                    failure(call, "cat-file", said)
                    if code
                    else SourceError(
                        "git cat-file ended too early.",
                        hint="run it again; `git fsck` in the clone tells whether it is whole.",
                    )
                )


def _skip(call: Call, size: int) -> None:
    while size > 0:
        passed = len(call.output.read(min(size, CHUNK)))
        if not passed:
            return
        size -= passed


def arrivals(git: Git) -> str:
    """Give a mark that changes when contents may have come in, as from a fetch without a filter.

    It is made of the folders that hold objects, and of when each was last written to.
    """
    with os.scandir(git.objects or git.directory / "objects") as folders:
        told = sorted(
            (each.name, each.stat(follow_symlinks=False).st_mtime_ns)
            for each in folders
            if each.name != "info"
        )
    return hashlib.sha256(repr(told).encode("utf-8", "surrogateescape")).hexdigest()
