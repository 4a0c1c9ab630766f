"""Commits and the paths they touch, streamed out of one `git log --raw -z`.

`--raw` compares trees and reads no file contents, which makes it 8 to 17 times cheaper than counting lines,
and possible on partial clones. The raw pretty format hands over each commit object as it is stored: authors
in the order of their bytes, both offsets, the signature's presence, the whole message.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from folkmoot.model.errors import HostileInputError, SourceError
from folkmoot.sources.git.command import Call, Git, first_line

LOG = (
    "log", "-z", "--pretty=raw", "--no-abbrev", "--no-decorate", "--no-mailmap", "--no-show-signature",
    "--no-ext-diff", "--no-textconv", "--no-color", "--encoding=UTF-8",
)  # fmt: skip
SKETCH = (
    "log", "--no-show-signature", "--no-mailmap", "--no-color", "--encoding=UTF-8", "--no-patch", "-z",
    "--pretty=tformat:%H %P%x00%ct%x00%an <%ae>",
)  # fmt: skip
TOUCHES = ("--raw", "-M100%", "--diff-merges=off", "--root")
MAX_TOUCHES = 2_000_000
MAX_RECORD = 64 << 20


class Touch(NamedTuple):
    """One path touched: git's letter, the path, and the path it had before an exact rename (or b"")."""

    status: str
    path: bytes
    old: bytes


class Commit(NamedTuple):
    """One commit as git printed it.

    Times are seconds since 1970, offsets minutes; `author` is
    `Name <mail>`, and so is `committer`.
    """

    sha: str
    parents: tuple[str, ...]
    author: bytes
    authored_at: int
    authored_offset: int
    committer: bytes
    committed_at: int
    committed_offset: int
    is_signed: bool
    message: bytes
    touches: list[Touch]


class Sketch(NamedTuple):
    """As much of a commit as the work of an unmerged branch needs. `author` is `Name <mail>`."""

    sha: str
    parents: tuple[str, ...]
    author: bytes
    committed_at: int


def sketches(git: Git, tips: list[str], without: list[str]) -> Iterator[Sketch]:
    """Give every commit reachable from `tips` and not from `without`, without messages and paths.

    Raises SourceError when git fails.
    """
    stdin = "".join(f"{tip}\n" for tip in tips) + "".join(f"^{tip}\n" for tip in without)
    with git.stream(*SKETCH, "--stdin", stdin=stdin.encode("ascii")) as call:
        records = records_of(call)
        for words in records:
            sha, *parents = words.decode("ascii", "replace").split()
            committed = next(records, b"0")
            author = next(records, b"").removesuffix(b"\n")
            yield Sketch(sha, tuple(parents), author, int(committed) if committed.isdigit() else 0)
        code, said = call.wait()
        if code:
            raise SourceError(f"git log failed: {first_line(said)}")


def commits(git: Git, tips: list[str], without: list[str], *, touches: bool = True) -> Iterator[Commit]:
    """Give every commit reachable from `tips` and not from `without`, newest first.

    Raises SourceError when git fails, HostileInputError when one commit touches over MAX_TOUCHES paths.
    """
    stdin = "".join(f"{tip}\n" for tip in tips) + "".join(f"^{tip}\n" for tip in without)
    arguments = [*LOG, *(TOUCHES if touches else ("--no-patch",)), "--stdin"]
    with git.stream(*arguments, stdin=stdin.encode("ascii")) as call:
        yield from _commits(records_of(call))
        code, said = call.wait()
        if code:
            raise SourceError(
                f"git log failed: {first_line(said)}", hint="`git fsck` in the clone tells what is missing."
            )


def records_of(call: Call) -> Iterator[bytes]:
    """Give what stands between NULs; the end of the stream ends the last record."""
    rest = b""
    for chunk in call.chunks():
        pieces = (rest + chunk).split(b"\0") if rest else chunk.split(b"\0")
        rest = pieces.pop()
        if len(rest) > MAX_RECORD:
            raise HostileInputError(f"A commit or path is over {MAX_RECORD >> 20} MB long.")
        yield from pieces
    if rest:
        yield rest


def _commits(records: Iterator[bytes]) -> Iterator[Commit]:
    current: Commit | None = None
    meta = b""
    for record in records:
        if meta:
            second = next(records, b"") if meta[-1:].isdigit() else b""
            if current is None:
                continue
            current.touches.append(_touch(meta[meta.rindex(b" ") + 1 :], record, second))
            if len(current.touches) > MAX_TOUCHES:
                raise HostileInputError(f"Commit {current.sha} touches over {MAX_TOUCHES} paths.")
            meta = b""
        elif record[:1] == b":":
            meta = record
        elif record:
            if current is not None:
                yield current
            head, _, tail = record.rpartition(b"\n")
            meta = tail if tail[:1] == b":" else b""
            current = parse(head if meta else record)
    if current is not None:
        yield current


def _touch(status: bytes, first: bytes, second: bytes) -> Touch:
    letter = chr(status[0])
    return Touch(letter, second, first) if second else Touch(letter, first, b"")


def parse(record: bytes) -> Commit:
    """Read one commit from the raw pretty format. Damaged times become 0, damaged names stay as they are."""
    header, _, message = record.partition(b"\n\n")
    sha, author, committer, signed = "", b"", b"", False
    parents: list[str] = []
    for line in header.split(b"\n"):
        key, _, value = line.partition(b" ")
        if key == b"parent":
            parents.append(value.decode("ascii", "replace"))
        elif key == b"author":
            author = author or value
        elif key == b"committer":
            committer = committer or value
        elif key == b"commit" and not sha:
            sha = value[:64].decode("ascii", "replace")
        elif key.startswith(b"gpgsig"):
            signed = True
            break
    who, when, offset = signature(author)
    by, then, their_offset = signature(committer)
    return Commit(sha, tuple(parents), who, when, offset, by, then, their_offset, signed, message, [])


def signature(line: bytes) -> tuple[bytes, int, int]:
    """Split `Name <mail> 1700000000 +0530` into the identity, seconds since 1970, and minutes of offset."""
    ident, bracket, rest = line.rpartition(b">")
    if not bracket:
        return line, 0, 0
    words = rest.split()
    try:
        when = int(words[0])
    except (IndexError, ValueError):
        return ident + b">", 0, 0
    if not -(1 << 62) < when < 1 << 62:
        when = 0
    return ident + b">", when, _minutes(words[1]) if len(words) > 1 else 0


def _minutes(offset: bytes) -> int:
    try:
        number = int(offset)
    except ValueError:
        return 0
    size = abs(number)
    minutes = size // 100 * 60 + size % 100
    return 0 if minutes > 24 * 60 else minutes if number >= 0 else -minutes
