"""Commits of unmerged branches in short: as much as is needed to tell whose work they are."""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import NamedTuple, Self

from folkmoot.model.errors import SourceError
from folkmoot.sources.git.call import Call, failure
from folkmoot.sources.git.command import Git
from folkmoot.sources.git.contents import contents
from folkmoot.sources.git.history import parse

SPARING = ("core.deltaBaseCacheLimit=4m", "core.packedGitLimit=16m")
"""Headers of commits lie next to one another: little need be at hand, beside a reading that needs much. With
4 instead of 16 MB of a pack git takes a quarter more time."""
LIST = (
    "rev-list", "--parents", "--ignore-missing", "--encoding=none", "--format=%at%x00%ct%x00%e%x00%an <%ae>",
    "--stdin",
)  # fmt: skip
"""What is missing is passed over only where that is said before `--stdin`."""
LONGEST = 1 << 20
"""Bytes of one odd commit that are looked at."""
LONGEST_TIME = 18
"""Digits of seconds since 1970; what has more is no time."""
IN_MEMORY = 20_000
"""Sketches that need no file: some eight megabytes."""
PAGE = 4000
"""Sketches that are written at once."""


class Sketch(NamedTuple):
    """As much of a commit as the work of an unmerged branch needs. `author` is `Name <mail>`."""

    sha: str
    parents: tuple[str, ...]
    author: bytes
    authored_at: int
    committed_at: int


def sketches(git: Git, tips: list[str], trunk: str) -> Iterator[Sketch]:
    """Give every commit reachable from `tips` and not from `trunk`, without messages and paths.

    A few that are reachable from both are given too, where clocks went wrong. Tips that are not in the
    repository are left out of account. Raises SourceError when git fails.

    What `trunk` leads to is told apart here: git would hold the messages of both sides in memory until it
    has found where they part.
    """
    sparing = replace(git, settings=(*git.settings, *SPARING))
    inside, awaited = {trunk}, set(tips)
    odd: dict[str, tuple[str, ...]] = {}
    asked = "".join(f"{tip}\n" for tip in (*tips, trunk)).encode("ascii")
    with sparing.stream(*LIST, stdin=asked) as call:
        for line, told in _records(call):
            sha, *parents = line[len("commit ") :].split(" ")
            awaited.discard(sha)
            if sha in inside:
                inside.remove(sha)
                inside.update(parents)
                if not awaited:
                    break  # all that follows is of the trunk alone
                continue
            awaited.update(parents)
            at, made_at, encoding, who = told.split("\0", 3)
            is_time = at.isdecimal() and made_at.isdecimal()
            if encoding or not is_time or max(len(at), len(made_at)) > LONGEST_TIME:
                odd[sha] = tuple(parents)
                continue
            yield Sketch(sha, tuple(parents), who.encode("latin-1"), int(at), int(made_at))
    for sha, record, _ in contents(sparing, list(odd), LONGEST, kind=b"commit"):
        commit = parse((record or b"").partition(b"\n\n")[0])
        yield Sketch(sha, odd[sha], commit.author, commit.authored_at, commit.committed_at)


def reachable(sketched: Mapping[str, Sketch], tips: Iterable[str]) -> set[str]:
    """Give those of the commits `sketched` that `tips` lead to, themselves included."""
    found: set[str] = set()
    heap = list(tips)
    while heap:
        sha = heap.pop()
        if sha in sketched and sha not in found:
            found.add(sha)
            heap.extend(sketched[sha].parents)
    return found


class Sketchbook(Iterable[Sketch]):
    """Sketches kept until they are asked for, all but the first on disk: beside it, git needs the memory.

    Raises SourceError when the disk is full.
    """

    def __init__(self) -> None:
        self._first: list[Sketch] = []
        self._file = SpooledTemporaryFile(max_size=1)  # noqa: SIM115 - no file before something is written
        self._sizes: list[int] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def fill(self, found: Iterator[Sketch]) -> Self:
        """Keep all that is found."""
        self._first = list(islice(found, IN_MEMORY))
        while page := [tuple(sketch) for sketch in islice(found, PAGE)]:
            try:
                self._sizes.append(self._file.write(marshal.dumps(page)))
                self._file.flush()
            except OSError as error:
                raise SourceError(
                    f"What branches hold cannot be kept in the temporary folder: {error.strerror}.",
                    hint="make room there, or name another folder with TMPDIR.",
                ) from error
        return self

    def __iter__(self) -> Iterator[Sketch]:
        yield from self._first
        self._file.seek(0)
        for size in self._sizes:
            yield from map(Sketch._make, marshal.loads(self._file.read(size)))  # noqa: S302 - our own


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
