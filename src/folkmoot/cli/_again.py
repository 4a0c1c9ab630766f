"""What a report said last time, said again when nothing it is made of has changed since.

Making a report costs a second; finding out that nothing changed costs a tenth of it. What was written is
remembered in the user's cache under everything that decides it: the store's file as it stands, every
repository's references and the time it is known until, the options, the day, the advisories on this machine,
the user's lists of who opted out or was erased, and Folkmoot's own files. A change of any of them, people's
decisions included, is another key. Pseudonymous reports and reports that ask a forge are made anew each time.
JSON tells to the second when it was made, and is made anew too.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import folkmoot
from folkmoot.cli._advisories import default_advisories
from folkmoot.sources import clock

if TYPE_CHECKING:
    from folkmoot.sources.git.repository import Repository

KIND = "report"


class Again:
    """What was written for one question. `contents` is None until `knows` has found it.

    `words` are everything about the question itself that decides the answer.
    """

    def __init__(self, words: Sequence[object]) -> None:
        self.words = [repr(word) for word in words]
        self.contents: list[str] | None = None
        self._key: list[str] = []
        self._store: Path | None = None
        self._mark = ""

    def knows(self, store: Path, repositories: Sequence[Repository], until: Mapping[str, int]) -> bool:
        """Tell whether the answer is known from last time; then `contents` holds it.

        `until` is the moment each repository is known until, by origin. A clone without all of its contents
        answers by what it can fetch today, and is never known.
        """
        if any(repository.is_partial for repository in repositories):
            return False
        from folkmoot.store.withheld import own_lists

        self._store = store = store.resolve()
        self._key = [
            *self.words, str(store), _own_files(), clock.today().isoformat(), repr(dict(until)),
            shutil.which("ssh-keygen") or "", _mark(default_advisories()), *map(_mark, own_lists()),
            *(part for repository in repositories for part in _told(repository)),
        ]  # fmt: skip
        self._mark = _mark(store)
        from folkmoot.store.remembered import remembered

        found = remembered(KIND, [*self._key, self._mark]) if self._mark else None
        if isinstance(found, list) and all(isinstance(part, str) for part in found):
            self.contents = found
        return self.contents is not None

    def watch(self) -> None:
        """Note how the store's file stands, before anything is read from it."""
        self._mark = _mark(self._store) if self._store else ""

    def forget(self) -> None:
        """Keep nothing of this run: something beside the report was told that would be missing next time."""
        self._store = None

    def keep(self, contents: Sequence[str]) -> None:
        """Remember what was written, unless the store was written meanwhile."""
        if self._store and self._mark and _mark(self._store) == self._mark:
            from folkmoot.store.remembered import remember

            remember(KIND, [*self._key, self._mark], list(contents))


def _told(repository: Repository) -> Iterator[str]:
    """Give what decides a repository's part: what it is called, all it leads to, what objects it has."""
    yield repository.name
    yield repository.origin
    yield repository.digest
    yield repr((repository.updated_at, repository.options))
    objects = repository.git.objects or repository.git.directory / "objects"
    yield _mark(objects)
    yield _mark(objects / "pack")


def _mark(place: Path) -> str:
    """Give a mark of a file as it stands (a writer puts another in its place); empty when none is there."""
    try:
        facts = place.stat()
    except OSError:
        return ""
    return f"{facts.st_dev} {facts.st_ino} {facts.st_size} {facts.st_mtime_ns} {facts.st_ctime_ns}"


def _own_files() -> str:
    """Give a mark of Folkmoot's own files, so that another version, or a changed one, answers for itself."""
    told = hashlib.sha256(folkmoot.__version__.encode())
    heap = [str(Path(folkmoot.__file__).parent)]
    while heap:
        for entry in sorted(os.scandir(heap.pop()), key=lambda entry: entry.name):
            if entry.is_dir(follow_symlinks=False):
                if not entry.name.startswith((".", "__")):
                    heap.append(entry.path)
            elif not entry.name.endswith(".pyc"):
                facts = entry.stat()
                told.update(f"{entry.path} {facts.st_size} {facts.st_mtime_ns}\n".encode(errors="replace"))
    return told.hexdigest()
