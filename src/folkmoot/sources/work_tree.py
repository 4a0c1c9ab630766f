"""The work tree of a clone: files as they lie on disk, read and written without ever following a link.

Every folder on the way is opened by itself and must be a folder, so that no link and no `..` leads out, not
even one that is put there meanwhile.
"""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from folkmoot.model.check import Tree
from folkmoot.model.errors import FolkmootError, HostileInputError, UsageError
from folkmoot.model.hints import WRITABLE

NEW_FILES_IN = ("", ".github", ".github/workflows", ".gitlab", ".folkmoot", "docs")
"""Folders in which files count that nobody has committed yet."""
MOST_NEW = 2_000
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW


class WorkTree:
    """The files below `root`: those of `committed` that are there, and new ones in a few usual folders."""

    def __init__(self, root: Path, committed: Tree) -> None:
        self.root = root
        self.committed = committed
        self._paths: list[str] | None = None

    def paths(self) -> Sequence[str]:
        """Give every path, sorted; what was removed from the disk is left out."""
        if self._paths is None:
            there = {path for path in self.committed.paths() if os.path.lexists(self.root / path)}
            self._paths = sorted(there | set(self._new()))
        return self._paths

    def _new(self) -> Iterator[str]:
        for folder in NEW_FILES_IN:
            with suppress(OSError, HostileInputError), _opened(self.root, folder.split("/")) as place:
                for entry in list(os.scandir(place))[:MOST_NEW]:
                    if entry.is_file(follow_symlinks=False):
                        yield f"{folder}/{entry.name}".lstrip("/")

    def read(self, path: str, limit: int = 1_000_000) -> bytes | None:
        """Give at most `limit` bytes of a plain file; None for links and for what cannot be read."""
        try:
            return read_plain(self.root, path, limit)
        except (OSError, FolkmootError):
            return None

    def links(self) -> Collection[str]:
        """Give the paths that are links."""
        return {path for path in self.paths() if (self.root / path).is_symlink()}

    def read_all(
        self, paths: Iterable[str], limit: int = 1_000_000
    ) -> Iterator[tuple[str, bytes | None, int]]:
        """Give (path, at most `limit` bytes, whole size) for many files, in their order."""
        for path in paths:
            content = self.read(path, limit)
            yield path, content, 0 if content is None else (self.root / path).lstat().st_size


def read_plain(root: Path, path: str, limit: int) -> bytes | None:
    """Give at most `limit` bytes of a file below `root`, None when there is none.

    Raises HostileInputError for a link on the way or at its end, and for what is no plain file.
    """
    *folders, name = _parts(path)
    try:
        with _opened(root, folders) as place:
            return _read(place, name, limit, path)
    except (FileNotFoundError, NotADirectoryError):
        return None


def write_plain(root: Path, path: str, before: bytes | None, after: bytes) -> None:
    """Write one file below `root`, but only over the very bytes that were read before.

    `before` None makes a new file, and the folders on its way. Raises UsageError when something else lies
    there by now, HostileInputError for a link, FolkmootError when it cannot be written.
    """
    *folders, name = _parts(path)
    changed = UsageError(f"{path} is not what it was when it was read.", hint="run it again.")
    try:
        with _opened(root, folders, make=True) as place:
            if before is None:
                _create(place, name, after, 0o644, path)
                return
            if _read(place, name, len(before) + 1, path) != before:
                raise changed
            mode = stat.S_IMODE(os.stat(name, dir_fd=place, follow_symlinks=False).st_mode)
            beside = f".{name}.{secrets.token_hex(4)}.new"
            _create(place, beside, after, mode, path, whatever_the_umask=True)
            os.replace(beside, name, src_dir_fd=place, dst_dir_fd=place)
    except OSError as error:
        raise FolkmootError(f"{path} cannot be written: {error.strerror}.", hint=WRITABLE) from error


def _parts(path: str) -> list[str]:
    parts = path.split("/")
    if not path or any(part in {"", ".", ".."} for part in parts) or "\0" in path:
        raise HostileInputError(
            f"{path!r} is no path inside a work tree.", hint="name a path below the top of the repository."
        )
    if parts[0].casefold() == ".git":
        raise HostileInputError(f"{path} belongs to git.", hint="name another path.")
    return parts


@contextmanager
def _opened(root: Path, folders: Sequence[str], *, make: bool = False) -> Iterator[int]:
    """Give a folder below `root` as a descriptor. Raises HostileInputError where a link stands in the way."""
    place = os.open(root, os.O_RDONLY | os.O_DIRECTORY)
    try:
        for folder in filter(None, folders):
            if make:
                with suppress(FileExistsError):
                    os.mkdir(folder, dir_fd=place)
            try:
                inner = os.open(folder, _FOLDER, dir_fd=place)
            except OSError as error:
                if stat.S_ISLNK(os.stat(folder, dir_fd=place, follow_symlinks=False).st_mode):
                    raise HostileInputError(
                        f"{folder} is a link.", hint="remove it; links are not followed."
                    ) from error
                raise
            os.close(place)
            place = inner
        yield place
    finally:
        os.close(place)


def _read(place: int, name: str, limit: int, path: str) -> bytes:
    facts = os.stat(name, dir_fd=place, follow_symlinks=False)
    if not stat.S_ISREG(facts.st_mode):
        raise HostileInputError(f"{path} is no plain file.", hint="links are not followed.")
    with os.fdopen(os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=place), "rb") as file:
        return file.read(limit)


def _create(
    place: int, name: str, content: bytes, mode: int, path: str, *, whatever_the_umask: bool = False
) -> None:
    try:
        handle = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, mode, dir_fd=place)
    except FileExistsError as error:
        raise UsageError(
            f"{path} is there already, and is not written over.", hint="remove it first, or keep it."
        ) from error
    try:
        with os.fdopen(handle, "wb") as file:
            if whatever_the_umask:
                os.fchmod(handle, mode)
            file.write(content)
    except BaseException:
        with suppress(OSError):
            os.unlink(name, dir_fd=place)
        raise
