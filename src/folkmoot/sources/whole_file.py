"""Files put in place or made whole: a full disk or a stop leaves what was there, and nothing half done."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path


def put(files: Mapping[Path, bytes], *, staging: Path | None = None) -> None:
    """Put content in place of every file, in one step each, once all of it is on the disk.

    Until then it lies beside each file, or in the folder `staging` on the same disk; then folders that are
    missing are made. A link is replaced and not followed. Raises OSError naming what could not be written.
    """
    ready: list[tuple[Path, Path]] = []
    made: list[Path] = []
    try:
        for path, content in files.items():
            try:
                if staging:
                    _make_folders(staging, made)
                    _make_folders(path.parent, made)
                # A long name has no room for more letters.
                beside = (staging or path.parent) / f".folkmoot-{secrets.token_hex(8)}.new"
                ready.append((beside, path))
                _write(beside, path, content)
            except OSError as error:
                error.filename = str(path)
                raise
        while ready:
            beside, path = ready[0]
            beside.replace(path)
            del ready[0]
            made.clear()
    except BaseException:
        _take_back((beside for beside, _ in ready), made)
        raise


def make(files: Mapping[Path, bytes], *, mode: int = 0o666) -> None:
    """Make files that are not there yet, and folders on their way: all of them, or nothing is left behind.

    Raises FileExistsError where something is there, OSError naming what could not be written.
    """
    made: list[Path] = []
    folders: list[Path] = []
    try:
        for path, content in files.items():
            try:
                _make_folders(path.parent, folders)
                handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
                made.append(path)
                with os.fdopen(handle, "wb") as file:
                    file.write(content)
            except OSError as error:
                error.filename = str(path)
                raise
    except BaseException:
        _take_back(made, folders)
        raise


def _take_back(files: Iterable[Path], folders: Sequence[Path]) -> None:
    """Remove files, and then folders from the last one made on, as far as they are empty."""
    for path in files:
        with suppress(OSError):
            path.unlink()
    for folder in reversed(folders):
        with suppress(OSError):
            folder.rmdir()


def _make_folders(folder: Path, made: list[Path]) -> None:
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        one.mkdir(exist_ok=True)
        made.append(one)


def _write(beside: Path, path: Path, content: bytes) -> None:
    with beside.open("xb") as file:
        file.write(content)
    with suppress(FileNotFoundError):
        before = path.lstat()
        if stat.S_ISREG(before.st_mode):
            beside.chmod(stat.S_IMODE(before.st_mode))
