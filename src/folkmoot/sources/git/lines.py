"""Lines added and deleted, counted by git on every core, and what was touched in the same go.

One git per core, each handed the next short stretch of history when it has done with the last: neighbouring
commits share most of their objects, which it still holds, and every core is busy to the end. Where file
contents are missing (partial clones, damaged packs) git stops with an error; the commits concerned are then
found and left uncounted, and all others are counted.

To compare trees once, for what was touched and its lines, saves git up to a tenth of its work; where nobody
waits for what was touched, it is asked for here.
"""

from __future__ import annotations

import os
import queue
import sys
import threading
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from folkmoot.sources.git.command import Git
from folkmoot.sources.git.history import Touch, bound_commit, records_of, touch

DIFF_TREE = ("diff-tree", "--stdin", "-r", "--root", "-z", "-M100%", "--no-ext-diff", "--no-textconv")
STRETCH = 200
"""Commits handed to a git at once: a fiftieth less CPU than 50, and few enough that both end together."""
MOST_OF_ONE_GIT = 6_000
"""Commits after which a fresh git goes on, so that none runs into its time limit or grows without end."""
MEMORY = ("core.deltaBaseCacheLimit=64m",)
"""What a git may unpack ahead: each file is built on its neighbours."""
SHARES_PER_CORE = 4
"""Of the whole work. A core that met missing contents takes the rest of a share before it looks for them."""
BATCH = 2000
TAB = ord("\t")
MOST_FAILURES = 50
"""Damaged contents in one share after which the rest of it is left uncounted."""


class Counted(NamedTuple):
    """The lines of one commit: (path, added, deleted) for each path. None: contents are missing.

    `touches` is what it touched, where that was asked for and git did not fail; None otherwise.
    """

    sha: str
    lines: list[tuple[bytes, int, int]] | None
    touches: list[Touch] | None = None


def count(
    git: Git, commits: Sequence[str], *, cores: int | None = None, with_touches: bool = False
) -> Iterator[list[Counted]]:
    """Count the lines of `commits` (no merges), giving batches as they come, in no particular order.

    Every commit given comes back exactly once. `with_touches` tells what they touched in the same go; where
    git fails at one, that and all that was still to come is given with neither, to be asked for apart.
    Raises HostileInputError when a commit touches over MAX_TOUCHES paths.
    """
    cores = cores or os.cpu_count() or 1
    roomy = replace(git, settings=(*git.settings, *MEMORY))
    share = -(-len(commits) // (cores * SHARES_PER_CORE))
    stretches: queue.SimpleQueue[Sequence[str]] = queue.SimpleQueue()
    for start in range(0, len(commits), STRETCH):
        stretches.put(commits[start : start + STRETCH])
    done: queue.Queue[list[Counted] | BaseException | None] = queue.Queue(maxsize=2 * cores)
    stopped = threading.Event()

    def work() -> None:
        try:
            while not (stopped.is_set() or stretches.empty()):
                for batch in _share(roomy, stretches, share, with_touches=with_touches):
                    if stopped.is_set():
                        return
                    done.put(batch)
            done.put(None)
        except BaseException as error:  # noqa: BLE001 - handed to the reader, which raises it
            done.put(error)

    workers = [threading.Thread(target=work, daemon=True) for _ in range(cores)]
    for worker in workers:
        worker.start()
    finished = 0
    try:
        while finished < cores:
            batch = done.get()
            if batch is None:
                finished += 1
            elif isinstance(batch, BaseException):
                raise batch
            else:
                yield batch
    finally:
        stopped.set()
        while any(worker.is_alive() for worker in workers):
            _empty(done)
            workers[0].join(timeout=0.05)


def _empty(done: queue.Queue[list[Counted] | BaseException | None]) -> None:
    """Empty a queue, so that a worker waiting to put something can go on and end."""
    try:
        while True:
            done.get_nowait()
    except queue.Empty:
        return


Stretches = queue.SimpleQueue[Sequence[str]]


def _share(git: Git, stretches: Stretches, share: int, *, with_touches: bool) -> Iterator[list[Counted]]:
    """Count what one git can; after a failure count again what remains, without what cannot be counted."""
    left: dict[str, None] = {}
    handed = _handed(stretches, left, MOST_OF_ONE_GIT)
    failed = yield from _run(git, handed, left, with_touches=with_touches)
    if failed and with_touches:
        # Contents are missing: nobody need meet that again and again.
        for _ in _handed(stretches, left, sys.maxsize):
            pass
        yield [Counted(sha, None) for sha in left]
        return
    if failed:
        for _ in _handed(stretches, left, share - len(left)):
            pass
        unreadable = missing_contents(git, list(left))
        yield [Counted(sha, None) for sha in unreadable]
        left = {sha: None for sha in left if sha not in unreadable}
        for _ in range(MOST_FAILURES):
            if not left or not (yield from _run(git, [_lines(left)], left)):
                break
            # What is asked for first now is, or comes shortly before, what git fails at.
            culprit = next(iter(left))
            del left[culprit]
            alone: dict[str, None] = {culprit: None}
            failed = yield from _run(git, [_lines(alone)], alone)
            yield [Counted(sha, None if failed else []) for sha in alone]
        else:
            yield [Counted(sha, None) for sha in left]
            return
    yield [Counted(sha, [], [] if with_touches else None) for sha in left]


def _handed(stretches: Stretches, left: dict[str, None], most: int) -> Iterator[bytes]:
    """Hand over stretches of together about `most` commits, each noted in `left` before it goes out."""
    while most > 0:
        try:
            stretch = stretches.get_nowait()
        except queue.Empty:
            return
        left.update(dict.fromkeys(stretch))
        most -= len(stretch)
        yield _lines(stretch)


def _lines(commits: Iterable[str]) -> bytes:
    return "".join(f"{sha}\n" for sha in commits).encode("ascii")


def _run(
    git: Git, asked: Iterable[bytes], left: dict[str, None], *, with_touches: bool = False
) -> Generator[list[Counted], None, bool]:
    """Give batches and take what is whole out of `left`; the generator's value tells whether git failed."""
    batch: list[Counted] = []
    wish = ("--raw", "--no-abbrev") if with_touches else ()
    with git.stream(*DIFF_TREE, *wish, "--numstat", stdin=asked, step_by_step=True) as call:
        current = Counted("", [])
        records = records_of(call)
        for record in records:
            if record[:1] == b":" and current.touches is not None:
                current.touches.append(touch(record, records))
                bound_commit(current.sha, len(current.touches))
                continue
            if TAB not in record:
                if current.sha:
                    batch.append(current)
                    left.pop(current.sha, None)
                if len(batch) >= BATCH:
                    yield batch
                    batch = []
                current = Counted(record.decode("ascii", "replace"), [], [] if with_touches else None)
                continue
            added, deleted, path = record.split(b"\t", 2)
            if not path:
                next(records, b"")
                path = next(records, b"")
            if current.lines is not None:
                current.lines.append((path, _amount(added), _amount(deleted)))
        code, _ = call.wait()
        if current.sha and code == 0:
            batch.append(current)
            left.pop(current.sha, None)
    yield batch
    return code != 0


@lru_cache(maxsize=4096)
def _amount(word: bytes) -> int:
    return int(word) if word.isdigit() else 0


def missing_contents(git: Git, commits: Sequence[str]) -> set[str]:
    """Give those of `commits` whose lines cannot be counted because a file's content is not in this clone."""
    wanted: dict[bytes, set[str]] = {}
    sha = ""
    with git.stream(*DIFF_TREE, "--raw", "--no-abbrev", stdin=_lines(commits)) as call:
        records = records_of(call)
        for record in records:
            if record[:1] != b":":
                sha = record.decode("ascii", "replace")
                continue
            words = record[1:].split(b" ")
            next(records, b"")
            if words[4][-1:].isdigit() and len(words[4]) > 1:
                next(records, b"")
                continue
            for mode, blob in ((words[0], words[2]), (words[1], words[3])):
                if mode not in (b"000000", b"160000"):
                    wanted.setdefault(blob, set()).add(sha)
    answer = git.run("cat-file", "--batch-check", "--buffer", stdin=b"\n".join([*wanted, b""]), check=False)
    lost: set[str] = set()
    for line in answer.splitlines():
        if line.endswith(b" missing"):
            lost |= wanted.get(line.split(b" ", 1)[0], set())
    return lost
