"""What a forge said so far, kept on disk page by page until the whole reading is in the store.

A reading of a large project takes hours, and may be killed at any moment. Each page is appended together
with its mark and settled on the disk before the next one is asked for; what follows the last whole mark when
the spool is opened again was broken off, and is cut away. Only the owner may read the file.
Whoever was erased is named in it no more than in a store.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from folkmoot.i18n import Message
from folkmoot.model.errors import StoreBusyError, StoreError
from folkmoot.model.event import Kind
from folkmoot.model.forge import (
    Account,
    Act,
    Authored,
    HeadRuns,
    Item,
    Mark,
    Reach,
    Record,
    Remark,
    Run,
    Snapshot,
    Turn,
)
from folkmoot.people.tombstones import Tombstones, stand_in
from folkmoot.sources.file_lock import FileLock, HeldError
from folkmoot.store.erasing import erased

FORM = 1
TYPES: dict[str, type[Any]] = {
    kind.__name__: kind for kind in (Item, Remark, Turn, Authored, Act, HeadRuns, Snapshot, Reach, Mark)
}
SAID = {"title", "detail", "subject"}
"""Fields that hold what somebody wrote."""
ACCOUNTS = {"author", "closed_by", "merged_by", "actor"}


class Spool:
    """The spool of one reading, open for one process at a time. `marks` are those of its whole pages.

    `about` tells whose reading it is; a spool of another one, or of another form, is begun anew. Raises
    StoreBusyError when another process is reading the same, StoreError when the folder cannot be written.
    """

    def __init__(self, path: Path, about: list[str], host: str = "") -> None:
        self.path = path
        self._host = host
        self._erased = erased()
        self.marks: dict[str, str] = {}
        self._lock = FileLock(f"{path}.lock")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._lock.acquire(timeout=0.2)
        except HeldError as error:
            raise StoreBusyError(
                f"{about[-1]} is being read into this store by another process.", hint="wait for it to end."
            ) from error
        except OSError as error:
            raise _unwritable(path, error) from error
        self._first = json.dumps({"form": FORM, "about": about})
        self._file = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+b")
        self._take_up()

    def _take_up(self) -> None:
        """Cut away what follows the last mark, and begin anew where the spool is another's."""
        end = 0
        if self._file.readline().rstrip(b"\n").decode("utf-8", "replace") == self._first:
            end = at = self._file.tell()
            for line in self._file:
                at += len(line)
                record = _read(line)
                if record is None:
                    break
                if isinstance(record, Mark):
                    end = at
                    self.marks[record.name] = record.value
        self._file.seek(end)
        self._file.truncate()
        if not end:
            self._write(self._first.encode())

    def _write(self, text: bytes) -> None:
        try:
            self._file.write(text + b"\n")
            self._file.flush()
            os.fsync(self._file.fileno())
        except OSError as error:
            raise _unwritable(self.path, error) from error

    def page(self, records: list[Record]) -> None:
        """Append records, the last of which is a Mark, and settle them on the disk."""
        kept = [_without(record, self._erased, self._host) if self._erased else record for record in records]
        self._write(b"\n".join(_written(record) for record in kept))
        self.marks |= {record.name: record.value for record in records if isinstance(record, Mark)}

    def records(self) -> Iterator[Record]:
        """Yield every record of the whole pages, oldest first."""
        self._file.flush()
        with self.path.open("rb") as file:
            file.readline()
            for line in file:
                if (record := _read(line)) is not None:
                    yield record

    def close(self, *, is_done: bool = False) -> None:
        """Let go of the spool, and remove it when all of it is in the store."""
        self._file.close()
        if is_done:
            self.path.unlink(missing_ok=True)
        self._lock.release()


def _unwritable(path: Path, error: OSError) -> StoreError:
    return StoreError(f"{path} cannot be written: {error.strerror}.", hint="name another with --store.")


def _without(record: Record, erased: Tombstones, host: str) -> Record:
    """Give a record without anything that names somebody who was erased."""
    changed: dict[str, Any] = {}
    for field, value in record._asdict().items():
        if isinstance(value, Account):
            if bundle := erased.bundle_of(value.name, value.email, host, value.login):
                changed[field] = Account(stand_in(bundle), is_bot=value.is_bot)
        elif field in SAID and isinstance(value, str):
            changed[field] = erased.scrub(value)
        elif field == "runs":
            changed[field] = tuple(run._replace(name=erased.scrub(run.name)) for run in value)
    return record._replace(**changed) if changed else record


def _written(record: Record) -> bytes:
    fields: list[Any] = [type(record).__name__, *record]
    if isinstance(record, Reach) and isinstance(record.note, Message):
        fields[-1] = {"text": record.note.text, "values": record.note.values}
    return json.dumps(fields, separators=(",", ":")).encode()


def _read(line: bytes) -> Record | None:
    """Give one record back; None for a line that was broken off."""
    if not line.endswith(b"\n"):
        return None
    try:
        name, *fields = json.loads(line)
        kind = TYPES[name]
        named = dict(zip(kind._fields, fields, strict=True))
        for field in ACCOUNTS & named.keys():
            named[field] = Account(*named[field])
        if "labels" in named:
            named["labels"] = tuple(named["labels"])
        if "runs" in named:
            named["runs"] = tuple(Run(*run) for run in named["runs"])
        if kind in {Remark, Act}:
            named["kind"] = Kind(named["kind"])
        if kind is Reach and isinstance(named["note"], dict):
            named["note"] = Message(named["note"]["text"], named["note"]["values"])
    except (ValueError, KeyError, TypeError):
        return None
    record: Record = kind(**named)
    return record
