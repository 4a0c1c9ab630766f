"""Dumps of issues and changes as IETF working groups keep them: `archive.json`, gzip-compressed or not.

One JSON object with the lists `issues` and `pulls`, in the words of GitHub's GraphQL API (`i-d-template`
writes it). Comments have no ids there, so they are told apart by item, author, time and order; comments on
lines belong to their review's author. Nothing is believed about the file: it is read in bounded memory, and
what makes no sense is named and left out.
"""

from __future__ import annotations

import gzip
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from folkmoot.i18n import Message
from folkmoot.model.coverage import Quality
from folkmoot.model.errors import HostileInputError, SourceError
from folkmoot.model.event import Kind
from folkmoot.model.forge import NOBODY, Account, Item, Mark, Reach, Record, Remark
from folkmoot.model.hints import READABLE
from folkmoot.model.source import Access, Estimate, Standing
from folkmoot.sources.json_elements import BrokenError, Element, elements
from folkmoot.sources.said import is_command, length_of
from folkmoot.sources.typed_rows import Row, WrongFieldError
from folkmoot.sources.user_folders import path_of

NAME = "archive-dump"
KINDS = (
    "issue.opened", "issue.closed", "change.opened", "change.merged", "change.closed", "comment", "review",
    "review.comment",
)  # fmt: skip
PERSONAL = ("login", "title", "association")
"""What this source is called, the kinds of events it gives, and the personal data it reads."""
IS_HOST = False

LARGEST = 2_000_000_000
"""Most bytes of JSON read from one file."""
RATIO = 200
"""Most bytes of JSON for one byte of gzip; text of this kind has about 10."""
CHUNK = 1 << 16
PART = 500
"""Issues and changes after which the reading can be taken up again."""
MOST_PROBLEMS = 1000
STATES = {
    "APPROVED": "approved",
    "CHANGES_REQUESTED": "changes_requested",
    "COMMENTED": "commented",
    "DISMISSED": "dismissed",
}
UNREADABLE = "{file}: {place}: {problem}."
PARTLY = "Rows of {file} that made no sense and are left out: {count}."


def open_source(origin: str, access: Access) -> ArchiveDump | None:
    """Open a dump: an existing file. Anything else is not for this source."""
    if "://" in origin:
        return None
    path = path_of(origin)
    return ArchiveDump(path, access) if path.is_file() else None


class ArchiveDump:
    """One dump. Its accounts are GitHub's; `project` is known once the file was read as far as its name."""

    def __init__(self, path: Path, access: Access) -> None:
        self.name = NAME
        self.host = "github.com"
        self.path = path
        self.access = access
        self.shown = path.name
        self.project = ""
        self.problems: list[Message] = []

    def estimate(self, since: Mapping[str, str]) -> Estimate | None:
        """Give None: a file costs nothing worth telling."""
        del since
        return None

    def vanished(self, items: Sequence[Standing]) -> list[Standing]:
        """Give nothing: whatever a dump tells of it holds."""
        del items
        return []

    def close(self) -> None:
        """Do nothing: a file is open only while it is read."""

    def records(self, since: Mapping[str, str]) -> Iterator[Record]:
        """Yield everything the dump holds, or nothing when this very dump was read before."""
        made_at = newest = good = count = 0
        oldest = 2**62
        digest = self._mark()
        if since.get("dump") == digest:
            return
        before, _, done = since.get("part", "").partition(" ")
        known = int(done) if before == digest and done.isdigit() else 0
        try:
            for element in elements(self._chunks()):
                if element.key in {"issues", "pulls"}:
                    for record in self._item(element):
                        good += 1
                        if isinstance(record, Item):
                            oldest = min(oldest, record.opened_at)
                            newest = max(newest, record.updated_at)
                        if count >= known:
                            yield record
                    count += 1
                    if count > known and not count % PART:
                        yield Mark("part", f"{digest} {count}")
                elif element.key in {"timestamp", "repo"}:
                    made_at = self._about(element) or made_at
        except BrokenError as error:
            self._problem(Message("{file}: {problem}.", {"file": self.shown, "problem": str(error)}))
        if self.problems and not good:
            raise SourceError(str(self.problems[0]), hint="is it an archive.json as i-d-template writes it?")
        count = len(self.problems)
        note = Message(PARTLY, {"count": count, "file": self.shown}) if count else ""
        quality = Quality.LOWER_BOUND if self.problems else Quality.COMPLETE
        if good:
            yield Reach(oldest, made_at or newest, quality.value, note)
        yield Mark("dump", digest)

    def _mark(self) -> str:
        digest = sha256()
        try:
            with self.path.open("rb") as file:
                while chunk := file.read(1 << 20):
                    digest.update(chunk)
        except OSError as error:
            raise SourceError(f"{self.shown} cannot be read: {error.strerror}.", hint=READABLE) from error
        return digest.hexdigest()

    def _chunks(self) -> Iterator[bytes]:
        """Yield the JSON of the file piece by piece. Raises BrokenError, HostileInputError for a bomb."""
        given = 0
        size = self.path.stat().st_size
        with self.path.open("rb") as file:
            is_packed = file.read(2) == b"\x1f\x8b"
            file.seek(0)
            read: Callable[[int], bytes] = gzip.GzipFile(fileobj=file).read if is_packed else file.read
            while chunk := self._read(read):
                given += len(chunk)
                if given > LARGEST or (is_packed and given > max(RATIO * size, 1 << 22)):
                    raise HostileInputError(
                        f"{self.shown} unpacks to more than {given} bytes, out of {size}.",
                        hint="a dump of this kind unpacks to about ten times its size.",
                    )
                self.access.progress("reading the dump", file.tell(), size)
                yield chunk

    def _read(self, read: Callable[[int], bytes]) -> bytes:
        try:
            return read(CHUNK)
        except (OSError, EOFError, zlib.error) as error:
            raise BrokenError(f"it is damaged: {str(error)[:120]}") from error

    def _about(self, element: Element) -> int:
        """Take the dump's own time (given) and project."""
        row = Row({element.key: element.value}, self.shown, "the file")
        try:
            if element.key == "timestamp":
                return row.moment("timestamp")
            self.project = row.word("repo")
        except WrongFieldError as error:
            self._wrong(error)
        return 0

    def _problem(self, message: Message) -> None:
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(message)

    def _unreadable(self, place: str, problem: str) -> Message:
        return Message(UNREADABLE, {"file": self.shown, "place": place, "problem": problem})

    def _wrong(self, error: WrongFieldError) -> None:
        self._problem(error.message)

    def _item(self, element: Element) -> Iterator[Record]:
        """Yield one issue or change and what was said on it."""
        place = element.key if element.place < 0 else f"{element.key}[{element.place}]"
        if element.problem:
            self._problem(self._unreadable(place, element.problem))
            return
        try:
            row = Row(element.value, self.shown, place)
            item = _item(row, is_change=element.key == "pulls")
        except WrongFieldError as error:
            self._wrong(error)
            return
        yield item
        yield from self._comments(row, item)
        if item.is_change:
            for review in row.rows("reviews", self._wrong):
                yield from self._review(review, item)

    def _comments(self, row: Row, item: Item) -> Iterator[Record]:
        seen: Counter[tuple[str, int]] = Counter()
        for comment in row.rows("comments", self._wrong):
            try:
                author, made_at = _account(comment, "author"), comment.moment("createdAt")
                place = seen[author.login, made_at]
                key = f"{item.key}:comment:{author.login}:{made_at}:{place}"
                yield _remark(item, key, Kind.COMMENT, author, comment)
                seen[author.login, made_at] += 1
            except WrongFieldError as error:
                self._wrong(error)

    def _review(self, row: Row, item: Item) -> Iterator[Record]:
        try:
            state, author, key = row.word("state"), _account(row, "author"), row.word("id")
            if state not in {*STATES, "PENDING"}:
                raise row.wrong("state", f"one of {', '.join(STATES)}", state)
            review = _remark(item, key, Kind.REVIEW, author, row)._replace(state=STATES.get(state, ""))
        except WrongFieldError as error:
            self._wrong(error)
            return
        if not review.state:
            return
        yield review
        seen: Counter[int] = Counter()
        for comment in row.rows("comments", self._wrong):
            try:
                made_at = comment.moment("createdAt")
                said = _remark(
                    item, f"{key}:comment:{made_at}:{seen[made_at]}", Kind.REVIEW_COMMENT, author, comment
                )
                yield said._replace(association=review.association)
                seen[made_at] += 1
            except WrongFieldError as error:
                self._wrong(error)


def _account(row: Row, field: str) -> Account:
    login = row.word(field, default="")
    return Account(login, is_bot=login.endswith("[bot]")) if login else NOBODY


def _item(row: Row, *, is_change: bool) -> Item:
    landing = row.row("mergeCommit") if is_change else None
    return Item(
        is_change=is_change,
        number=row.number("number"),
        key=row.word("id"),
        author=_account(row, "author"),
        association=row.word("authorAssociation", default=""),
        title=row.text("title"),
        opened_at=row.moment("createdAt"),
        closed_at=row.moment("closedAt", optional=True),
        updated_at=row.moment("updatedAt"),
        merged_at=row.moment("mergedAt", optional=True) if is_change else 0,
        merged_by=_account(row, "mergedBy") if is_change else NOBODY,
        landing=landing.word("oid") if landing else "",
        head=row.word("headRefOid", default="") if is_change else "",
        labels=row.words("labels"),
    )


def _remark(item: Item, key: str, kind: Kind, author: Account, row: Row) -> Remark:
    body = row.text("body")
    return Remark(
        is_change=item.is_change,
        number=item.number,
        key=key,
        kind=kind,
        author=author,
        association=row.word("authorAssociation", default=""),
        made_at=row.moment("createdAt"),
        length=length_of(body),
        is_command=is_command(body),
    )
