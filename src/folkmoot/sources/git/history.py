"""Commits and the paths they touch, streamed out of one `git log --raw -z`.

`--raw` compares trees and reads no file contents, which makes it 8 to 17 times cheaper than counting lines,
and possible on partial clones. The raw pretty format hands over each commit object as it is stored: authors
in the order of their bytes, both offsets, the signature's presence, the whole message.
"""

from __future__ import annotations

import re
from codecs import lookup
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from functools import lru_cache
from itertools import islice, repeat
from typing import NamedTuple

from folkmoot.model.errors import HostileInputError, SourceError
from folkmoot.sources.git.call import Call, failure
from folkmoot.sources.git.command import Git

LOG = (
    "log", "-z", "--pretty=raw", "--no-abbrev", "--no-decorate", "--no-mailmap", "--no-show-signature",
    "--no-ext-diff", "--no-textconv", "--no-color", "--encoding=none",
)  # fmt: skip
TOUCHES = ("--raw", "-M100%", "--diff-merges=off", "--root")
MAX_TOUCHES = 1_000_000
MAX_ALL_TOUCHES = 200_000_000
MAX_RECORD = 4 << 20
KEPT_OF_A_LONG_RECORD = 1 << 20
WHOLE = re.compile(
    rb"commit (.{40,64})\ntree .+\n((?:parent [0-9a-f]+\n)*)"
    rb"author ([^\n]*>) (\d{1,18}) ([+-]\d{4})\ncommitter ([^\n]*>) (\d{1,18}) ([+-]\d{4})\n(\n?)"
)
"""The header of a commit with nothing odd in it; all others are read line by line."""
BARE = re.compile(rb"([^\n]*?) ?(\d{1,18}) ([+-]\d{4})")
"""A name without an address, and a date: some old tools wrote no more."""
ENCODING = re.compile(rb"^encoding ([^\n]+)", re.MULTILINE)
NO_CHARACTER_SETS = frozenset({"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"})
"""What Python calls encodings and git does not; a megabyte of punycode takes it minutes."""
LAST_DIGIT = ord("9")

Touch = tuple[str, bytes, bytes]
"""One path touched: git's letter, the path, and the path it had before an exact rename (or b"")."""


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


@contextmanager
def begun(git: Git, tips: list[str]) -> Iterator[Call]:
    """Begin to read every commit reachable from `tips`, for `commits` to go on with."""
    with git.stream(*LOG, *TOUCHES, "--stdin", stdin=_range(tips, []), ahead=True) as call:
        yield call


def commits(
    git: Git, tips: list[str], without: list[str], *, touches: bool = True, ahead: Call | None = None
) -> Iterator[Commit]:
    """Give every commit reachable from `tips` and not from `without`, newest first; all must be there.

    Where this very reading was `begun` before, `ahead` is its call.
    Raises SourceError when git fails, HostileInputError when one commit touches over MAX_TOUCHES paths.
    """
    arguments = [*LOG, *(TOUCHES if touches else ("--no-patch",)), "--stdin"]
    started = nullcontext(ahead) if ahead else git.stream(*arguments, stdin=_range(tips, without))
    with started as call:
        try:
            yield from _commits(records_of(call))
        except (ValueError, IndexError) as error:
            raise SourceError(
                f"git log said something that cannot be read: {error}",
                hint="`git fsck` in the clone tells whether it is whole; where it is, report this line.",
            ) from error
        code, said = call.wait()
        if code:
            raise failure(call, "log", said)


def _range(tips: list[str], without: list[str]) -> bytes:
    return "".join([*(f"{tip}\n" for tip in tips), *(f"^{tip}\n" for tip in without)]).encode("ascii")


def records_of(call: Call) -> Iterator[bytes]:
    """Give what stands between NULs; the end of the stream ends the last record.

    Of a record over MAX_RECORD bytes the beginning and the end are given.
    """
    parts: list[bytes] = []
    size = 0
    for chunk in call.chunks():
        parts.append(chunk)
        if b"\0" in chunk:
            pieces = b"".join(parts).split(b"\0")
            parts = [pieces.pop()]
            size = len(parts[0])
            yield from pieces
            continue
        size += len(chunk)
        if size > MAX_RECORD:
            whole = b"".join(parts)
            parts = [whole[:KEPT_OF_A_LONG_RECORD], b"\n    \n", whole[-KEPT_OF_A_LONG_RECORD:]]
            size = sum(map(len, parts))
    if rest := b"".join(parts):
        yield rest


def _commits(records: Iterator[bytes]) -> Iterator[Commit]:
    seen = 0
    for record in records:
        head, _, first = record.rpartition(b"\n")
        if first[:1] != b":":
            if record:
                yield parse(record)
            continue
        commit = parse(head)
        # An empty record ends what a commit touches; a touch has two records, or three.
        pieces = [first, *islice(iter(records.__next__, b""), 3 * MAX_TOUCHES + 2)]
        commit.touches.extend(_touches(pieces))
        bound_commit(commit.sha, len(commit.touches))
        seen = bounded(seen + len(commit.touches))
        yield commit


def bound_commit(sha: str, touches: int) -> None:
    """Raise HostileInputError where one commit touches over MAX_TOUCHES paths."""
    if touches > MAX_TOUCHES:
        raise HostileInputError(
            f"Commit {sha} touches over {MAX_TOUCHES} paths.", hint="is this the repository that was meant?"
        )


def bounded(touches: int) -> int:
    """Give how often paths were touched so far. Raises HostileInputError above MAX_ALL_TOUCHES."""
    if touches > MAX_ALL_TOUCHES:
        raise HostileInputError(
            f"The history touches paths over {MAX_ALL_TOUCHES} times.",
            hint="is this the repository that was meant?",
        )
    return touches


def _touches(pieces: list[bytes]) -> Iterable[Touch]:
    """Read what git says of a path and the path, in turns; where that ends in a digit, two paths follow."""
    letters = [said[-1] for said in pieces[::2]]
    if min(letters) > LAST_DIGIT:
        return zip(map(chr, letters), pieces[1::2], repeat(b""))
    following = iter(pieces)
    return [touch(said, following) for said in following]


def touch(said: bytes, following: Iterator[bytes]) -> Touch:
    """Read what git says of a path, and the path out of what follows; after an exact rename there are two."""
    letter, path = chr(said[said.rindex(b" ") + 1]), next(following, b"")
    return (letter, next(following, b""), path) if said[-1:].isdigit() else (letter, path, b"")


def parse(record: bytes) -> Commit:
    """Read one commit from the raw pretty format. Damaged times become 0, damaged names stay as they are."""
    match = WHOLE.match(record)
    if match is None:
        return _in_utf8(*_parse_odd(record))
    sha, mothers, who, when, offset, by, then, their_offset, is_over = match.groups()
    more, message = b"", record[match.end() :]
    if not is_over:
        more, _, message = message.partition(b"\n\n")
    commit = Commit(
        sha.decode(), tuple(mothers.decode().split()[1::2]),
        who, int(when), _minutes(offset), by, int(then), _minutes(their_offset),
        more[:6] == b"gpgsig" or more.find(b"\ngpgsig") >= 0, message, [],
    )  # fmt: skip
    encoding = ENCODING.search(more) if more.find(b"encoding ") >= 0 else None
    return _in_utf8(commit, encoding[1]) if encoding else commit


def _parse_odd(record: bytes) -> tuple[Commit, bytes]:
    """Read a commit line by line, and the encoding it says it has."""
    header, _, message = record.partition(b"\n\n")
    sha, author, committer, encoding, signed = "", b"", b"", b"", False
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
        elif key == b"encoding":
            encoding = value
        elif key.startswith(b"gpgsig"):
            signed = True
    who, when, offset = signature(author)
    by, then, their_offset = signature(committer)
    commit = Commit(sha, tuple(parents), who, when, offset, by, then, their_offset, signed, message, [])
    return commit, encoding


def _in_utf8(commit: Commit, encoding: bytes) -> Commit:
    """Give a commit with its texts in UTF-8; as it is where its encoding is unknown or untrue.

    git is not asked to do it: it would recode parents and times too, which some encodings destroy.
    """
    try:
        name = encoding.decode("ascii").strip()
        if not name or lookup(name).name in NO_CHARACTER_SETS or b"parent".decode(name) != "parent":
            return commit
        author, committer, message = (
            value.decode(name).encode() for value in (commit.author, commit.committer, commit.message)
        )
    except (LookupError, ValueError):
        return commit
    return commit._replace(author=author, committer=committer, message=message)


def signature(line: bytes) -> tuple[bytes, int, int]:
    """Split `Name <mail> 1700000000 +0530` into the identity, seconds since 1970, and minutes of offset."""
    ident, bracket, rest = line.rpartition(b">")
    if not bracket:
        bare = BARE.fullmatch(line)
        return (bare[1], int(bare[2]), _minutes(bare[3])) if bare else (line, 0, 0)
    words = rest.split()
    try:
        when = int(words[0])
    except (IndexError, ValueError):
        return ident + b">", 0, 0
    if not -(1 << 62) < when < 1 << 62:
        when = 0
    return ident + b">", when, _minutes(words[1]) if len(words) > 1 else 0


@lru_cache(maxsize=4096)
def _minutes(offset: bytes) -> int:
    try:
        number = int(offset)
    except ValueError:
        return 0
    size = abs(number)
    minutes = size // 100 * 60 + size % 100
    return 0 if minutes > 24 * 60 else minutes if number >= 0 else -minutes
