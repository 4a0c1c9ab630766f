"""The records in a folder or an archive, one after another, however many there are and whatever else is.

Nothing is unpacked to disk: names of members are shown and never followed. An archive is read within bounds
that hold for what comes out of it and not for what it says of itself.
"""

from __future__ import annotations

import json
import lzma
import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from folkmoot.model.errors import HostileInputError, SourceError
from folkmoot.sources.json_elements import loads
from folkmoot.supply.reading.plain_yaml import read_yaml

LARGEST_RECORD = 32_000_000
LARGEST_DIRECTORY = 128_000_000
"""Most bytes of an archive's own list of its members: some million of them."""
LARGEST_WHOLE = 32_000_000_000
RATIO = 100
"""An archive may unpack to so many times its size (and `FREE` bytes more): advisories shrink to a tenth."""
FREE = 64_000_000
DEEPEST = 12
YAML = (".yaml", ".yml")
ENDINGS = (".json", *YAML)

_END = struct.Struct("<4s4H2LH")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, RuntimeError, NotImplementedError,
    struct.error, ValueError,
)  # fmt: skip


class Piece(NamedTuple):
    """One file that should hold a record: its name, and its content decoded, or what is wrong with it."""

    name: str
    told: Any
    problem: str = ""


def pieces(source: Path) -> Iterator[Piece]:
    """Give every piece of a folder, of the archives in it, of an archive, or the one in a file.

    Raises SourceError for what is not there or cannot be opened, HostileInputError for a bomb.
    """
    if source.is_dir():
        yield from _folder(source, DEEPEST)
    elif not source.is_file():
        raise SourceError(
            f"There is no folder or archive at {source}.",
            hint="check the path; an address begins with https://.",
        )
    elif zipfile.is_zipfile(source):
        yield from _archive(source)
    elif source.suffix.lower() in ENDINGS:
        yield _file(source)
    else:
        raise SourceError(
            f"{source} is no archive of advisories.",
            hint="OSV offers one for each ecosystem, called all.zip; a folder of records will do as well.",
        )


def _folder(folder: Path, deeper: int) -> Iterator[Piece]:
    try:
        with os.scandir(folder) as found:
            names = sorted(entry.name for entry in found if not entry.name.startswith("."))
    except OSError as error:
        yield Piece(str(folder), None, error.strerror or "cannot be opened")
        return
    for name in names:
        path = folder / name
        mode = path.lstat().st_mode if os.path.lexists(path) else 0
        if stat.S_ISDIR(mode) and deeper:
            yield from _folder(path, deeper - 1)
        elif stat.S_ISREG(mode) and name.lower().endswith(ENDINGS):
            yield _file(path)
        elif stat.S_ISREG(mode) and name.lower().endswith(".zip"):
            yield from _archive(path)


def _file(path: Path) -> Piece:
    try:
        with path.open("rb") as file:
            return _piece(str(path), file.read(LARGEST_RECORD + 1))
    except OSError as error:
        return Piece(str(path), None, error.strerror or "cannot be read")


def _archive(path: Path) -> Iterator[Piece]:
    with path.open("rb") as file:
        _refuse_endless_list(file, path)
        size = path.stat().st_size
        try:
            archive = zipfile.ZipFile(file)
        except _BROKEN as error:
            raise SourceError(f"{path} is a broken archive: {error}.", hint="fetch it again.") from error
        left = min(LARGEST_WHOLE, FREE + RATIO * size)
        for member in archive.infolist():
            if not member.filename.lower().endswith(ENDINGS):
                continue
            try:
                with archive.open(member) as packed:
                    content = packed.read(min(LARGEST_RECORD, left) + 1)
            except _BROKEN as error:
                locked = "it is locked by a password" if member.flag_bits & 1 else ""
                yield Piece(member.filename, None, locked or str(error)[:100] or "it is broken")
                continue
            left -= len(content)
            if left < 0:
                raise HostileInputError(
                    f"{path} unpacks to more than any advisories would: not read on.",
                    hint="is this an export of advisories in OSV's form?",
                )
            yield _piece(member.filename, content)


def _refuse_endless_list(file: BinaryIO, path: Path) -> None:
    """Look at how long the list of members is before it is read whole, which is what Python does."""
    length = file.seek(0, os.SEEK_END)
    file.seek(max(0, length - 66_000))
    tail = file.read()
    end = tail.rfind(b"PK\5\6")
    listed = _END.unpack_from(tail, end)[5] if 0 <= end <= len(tail) - _END.size else 0
    end_64 = tail.rfind(b"PK\6\6")
    if 0 <= end_64 <= len(tail) - _END_64.size:
        listed = max(listed if listed < 0xFFFFFFFF else 0, _END_64.unpack_from(tail, end_64)[8])
    file.seek(0)
    if listed > LARGEST_DIRECTORY:
        raise HostileInputError(
            f"{path} lists more members than there are advisories: not read.",
            hint="is this an export of advisories in OSV's form?",
        )


def _piece(name: str, content: bytes) -> Piece:
    if len(content) > LARGEST_RECORD:
        return Piece(name, None, f"it is larger than {LARGEST_RECORD // 1_000_000} MB")
    try:
        if name.lower().endswith(YAML):
            return Piece(name, read_yaml(content.decode("utf-8-sig")))
        return Piece(name, loads(content))
    except (json.JSONDecodeError, UnicodeDecodeError):
        return Piece(name, None, "it is not what its name says")
    except (ValueError, SourceError) as error:
        return Piece(name, None, str(error)[:100])
