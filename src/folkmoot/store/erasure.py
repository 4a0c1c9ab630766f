"""Erasing somebody from everything this user's Folkmoot keeps, finished even when it is killed.

First a journal is written and settled on the disk: the hashes by which the person is known again, and the
stores to be cleared; no name. Then the list of who was erased, each store (rewritten whole, see `writer`),
what lies beside it, and the caches. The journal goes last. Whoever uses a store while there is a journal
finishes it first; every step may be done twice.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from glob import escape
from pathlib import Path

from folkmoot.model.errors import StoreBusyError, StoreError
from folkmoot.model.hints import WRITABLE
from folkmoot.people import decisions, tombstones
from folkmoot.sources.file_lock import FileLock, HeldError
from folkmoot.sources.presence import is_there
from folkmoot.sources.user_folders import cache_folder, data_folder
from folkmoot.store.checkins import checkin_files, without
from folkmoot.store.erasing import erased
from folkmoot.store.people import decisions_beside
from folkmoot.store.replacing import replaced
from folkmoot.store.withheld import settings_folder

JOURNAL = "erasing.json"
FORM = 1
_busy: list[bool] = []
"""Not empty while this process is erasing."""


@dataclass
class Cleared:
    """What an erasure cleared: stores rewritten, files and clones removed, and what is not ours to clear."""

    stores: list[Path] = field(default_factory=list)
    files: int = 0
    clones: int = 0
    left: list[str] = field(default_factory=list)


def own_stores() -> list[Path]:
    """Give every store in the user's data folder."""
    return sorted((data_folder() / "stores").glob("*.duckdb"))


def is_pending() -> bool:
    """Tell whether an erasure was broken off."""
    return not _busy and is_there(settings_folder() / JOURNAL)


def erase(lines: Sequence[str], stores: Iterable[Path], *, keeps_clones: bool = False) -> Cleared:
    """Erase whom `lines` know (see `tombstones.lines_of`) from `stores` and every cache.

    Raises StoreError, StoreBusyError; what is not done by then is done when a store is next used.
    """
    places = list(dict.fromkeys(str(store.resolve()) for store in [*stores, *own_stores()]))
    with _alone():
        _write({"form": FORM, "lines": list(lines), "stores": places, "keeps_clones": keeps_clones})
        return _finish()


def finish() -> Cleared | None:
    """Finish an erasure that was broken off; None where there is none."""
    if not is_pending():
        return None
    with _alone():
        return _finish() if is_there(settings_folder() / JOURNAL) else None


@contextmanager
def _alone() -> Iterator[None]:
    """Keep other processes from finishing the same, and this one from beginning it twice."""
    folder = settings_folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = FileLock(f"{folder / JOURNAL}.lock")
    try:
        lock.acquire(timeout=60)
    except HeldError as error:
        raise StoreBusyError(
            "Another process is erasing somebody.", hint="wait for it to end and try again."
        ) from error
    _busy.append(True)
    try:
        yield
    finally:
        _busy.clear()
        lock.release()


def _finish() -> Cleared:
    from folkmoot.store.writer import clear

    journal = settings_folder() / JOURNAL
    try:
        told = json.loads(journal.read_bytes())
        lines, stores = [str(line) for line in told["lines"]], [Path(place) for place in told["stores"]]
        keeps_clones = bool(told["keeps_clones"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(
            f"{journal} cannot be read: {error}.", hint="remove it and call `folkmoot privacy erase` again."
        ) from error
    cleared = Cleared()
    listed = settings_folder() / tombstones.FILE
    known = set(listed.read_text("ascii").splitlines()) if is_there(listed) else set()
    tombstones.add(settings_folder(), [line for line in lines if line not in known])
    for store in stores:
        if store.is_file():
            cleared.left += clear(store)
            cleared.stores.append(store)
        cleared.files += _beside(store)
    cleared.files += _caches()
    cleared.files += _checkins()
    if not keeps_clones:
        cleared.clones = _clones(cleared)
    journal.unlink(missing_ok=True)
    return cleared


def _beside(store: Path) -> int:
    """Remove what forges said and was not taken yet, and decisions that name somebody who was erased."""
    removed = 0
    for spool in store.parent.glob(f"{escape(store.name)}.*.spool"):
        with FileLock(f"{spool}.lock", timeout=60):
            spool.unlink(missing_ok=True)
            removed += 1
    path, listed = decisions_beside(store), erased()
    if path.exists():
        kept = decisions.read(path)
        left = [one for one in kept if not any(listed.scrub(text) != text for text in one.identities)]
        if len(left) < len(kept):
            decisions.write(path, left)
    return removed


def _caches() -> int:
    removed = 0
    for path in (cache_folder() / "remembered").glob("*"):
        with suppress(OSError):
            path.unlink()
            removed += 1
    return removed


def _checkins() -> int:
    """Remove the entries of check-ins that name somebody who was erased: the tables of that handle."""
    listed, changed = erased(), 0
    for path in checkin_files():
        changed += without(path, lambda entry: _names(listed, entry)) > 0
    return changed


def _names(listed: tombstones.Tombstones, block: str) -> bool:
    """Tell whether one table of check-ins names somebody: a handle is a login, however short it is."""
    words = re.findall(r'^\[people\."?([^"\]]+)|^vouched_by = "([^"]+)', block, re.MULTILINE)
    handles = [word for pair in words for word in pair if word]
    return any(listed.named_in(text) for text in (block, *(f"@{word}" for word in handles)))


def _clones(cleared: Cleared) -> int:
    removed = 0
    for place in sorted((cache_folder() / "clones").glob("*.git")):
        try:
            with FileLock(f"{place}.lock", timeout=60):
                shutil.rmtree(place)
                removed += 1
        except OSError:
            cleared.left.append(f"the clone at {place}")
    return removed


def _write(told: dict[str, object]) -> None:
    path = settings_folder() / JOURNAL
    try:
        replaced(path, json.dumps(told).encode())
    except OSError as error:
        raise StoreError(f"{path} cannot be written: {error.strerror}.", hint=WRITABLE) from error
