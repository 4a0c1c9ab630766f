"""A private git directory that borrows another's objects and references, and nothing else.

A repository's own directory holds configuration, hooks, attributes, grafts and replacements, any of which can
make git run programs or tell another history. Here git is pointed at a directory of ours whose configuration
we wrote; the objects and references are links to the real ones, read and never written.
"""

from __future__ import annotations

import os
import re
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from folkmoot.model.errors import HostileInputError, NotARepositoryError
from folkmoot.sources.git.command import Git
from folkmoot.sources.git.location import Folder, beginning
from folkmoot.sources.presence import is_file, is_folder, is_there

CONFIG_LIMIT = 1 << 20
REFERENCE_LIMIT = 1 << 16
SHALLOW_LIMIT = 1 << 28
DEEPEST = 64
FORMATS = ("objectformat", "refstorage")
SETTING = re.compile(
    r"(extensions\.(?:objectformat|refstorage)|core\.bare)\s*=\s*\"?(sha1|sha256|files|reftable|true|false)\"?"
    r"\s*(?:[#;].*)?$",
    re.IGNORECASE,
)


@contextmanager
def borrow(where: Folder, *, follow_alternates: bool = False) -> Iterator[Git]:
    """Give git on a private directory that reads `where`.

    Raises HostileInputError when the repository reads objects from elsewhere and that was not allowed.
    """
    try:
        _refuse_what_is_unsafe(where, follow_alternates=follow_alternates)
    except PermissionError as error:
        raise NotARepositoryError(
            f"{error.filename} may not be read.", hint="check its permissions."
        ) from error
    with tempfile.TemporaryDirectory(prefix="folkmoot-") as name:
        private = Path(name)
        formats = _formats(where.common / "config")
        (private / "config").write_text(_config(formats), encoding="ascii")
        # What is checked out in a work tree beside a bare repository says nothing of its default branch.
        main = where.common / "HEAD"
        head = main if is_bare(where) and is_file(main) else where.git / "HEAD"
        (private / "HEAD").write_bytes(beginning(head, 4096))
        for kind in ("refs", "packed-refs", "reftable"):
            if is_there(where.common / kind):
                (private / kind).symlink_to(where.common / kind)
        (private / "refs").mkdir(exist_ok=True)
        if is_file(where.common / "shallow"):
            (private / "shallow").write_bytes(beginning(where.common / "shallow", SHALLOW_LIMIT))
        yield Git(private, objects=where.common / "objects")


def _refuse_what_is_unsafe(where: Folder, *, follow_alternates: bool) -> None:
    if not is_folder(where.common / "objects"):
        raise NotARepositoryError(f"{where.common} has no objects.", hint="is the clone complete?")
    alternates = where.common / "objects" / "info" / "alternates"
    if is_file(alternates) and alternates.stat().st_size and not follow_alternates:
        raise HostileInputError(
            f"{where.place} reads objects from other folders (objects/info/alternates).",
            hint="if you trust it: --follow-alternates; or `git repack -a -d` there, then remove that file.",
        )
    _refuse_traps(where.common / "objects")
    _refuse_traps(where.common / "refs", REFERENCE_LIMIT)
    for name in ("packed-refs", "shallow"):
        if is_there(where.common / name) and not is_file(where.common / name):
            raise HostileInputError(
                f"{where.common / name} is no plain file.",
                hint="a repository has none such; who made this one?",
            )


def _refuse_traps(folder: Path, largest: int = 0) -> None:
    """Refuse what would never end when git reads it: pipes, devices, folders linked into themselves.

    `largest`: also refuse files of more bytes than that (0: any size is fine).
    """
    heap = [(str(folder), 0)]
    while heap:
        place, depth = heap.pop()
        try:
            entries = list(os.scandir(place))
        except OSError:
            continue  # git tells what it could not read
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if depth == DEEPEST:
                    raise HostileInputError(
                        f"{entry.path} is nested over {DEEPEST} folders deep.",
                        hint="a repository has none such; who made this one?",
                    )
                heap.append((entry.path, depth + 1))
            elif largest or not entry.is_file(follow_symlinks=False):
                _refuse_trap(entry, largest)


def _refuse_trap(entry: os.DirEntry[str], largest: int) -> None:
    try:
        facts = entry.stat()
    except OSError:
        return  # a link to nowhere
    if not stat.S_ISREG(facts.st_mode):
        raise HostileInputError(
            f"{entry.path} is no plain file.", hint="a repository has none such; who made this one?"
        )
    if largest and facts.st_size > largest:
        raise HostileInputError(
            f"{entry.path} is over {largest >> 10} kB long.",
            hint="a repository has none such; who made this one?",
        )


def is_bare(where: Folder) -> bool:
    """Tell whether a repository has no work tree of its own, though others may be linked to it."""
    return where.place == where.git or _settings(where.common / "config").get("core.bare") == "true"


def _formats(config: Path) -> dict[str, str]:
    """Give the two settings without which the objects or references could not be read at all."""
    found = _settings(config)
    return {name: found[f"extensions.{name}"] for name in FORMATS if f"extensions.{name}" in found}


def _settings(config: Path) -> dict[str, str]:
    """Give the few settings that tell how a repository is to be read, in lower case."""
    if not is_file(config):
        return {}
    text = beginning(config, CONFIG_LIMIT).decode("utf-8", "replace")
    found = dict[str, str]()
    section = ""
    for line in text.splitlines():
        if header := re.match(r"\s*\[\s*([\w.-]+)[^\]]*\]", line):
            section = header[1].lower()
            line = line[header.end() :]  # noqa: PLW2901 - a setting may follow its header
        if setting := SETTING.match(f"{section}.{line.strip()}"):
            found[setting[1].lower()] = setting[2].lower()
    return found


def _config(formats: dict[str, str]) -> str:
    extensions = "".join(f"\t{name} = {value}\n" for name, value in formats.items())
    return f"[core]\n\trepositoryformatversion = {1 if formats else 0}\n\tbare = true\n" + (
        f"[extensions]\n{extensions}" if formats else ""
    )
