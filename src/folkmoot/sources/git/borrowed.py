"""A private git directory that borrows another's objects and references, and nothing else.

A repository's own directory holds configuration, hooks, attributes, grafts and replacements, any of which can
make git run programs or tell another history. Here git is pointed at a directory of ours whose configuration
we wrote; the objects and references are links to the real ones, read and never written.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from folkmoot.model.errors import HostileInputError, NotARepositoryError
from folkmoot.sources.git.command import Git
from folkmoot.sources.git.location import Folder

CONFIG_LIMIT = 1 << 20


@contextmanager
def borrow(where: Folder, *, follow_alternates: bool = False) -> Iterator[Git]:
    """Give git on a private directory that reads `where`.

    Raises HostileInputError when the repository reads objects from elsewhere and that was not allowed.
    """
    if not (where.common / "objects").is_dir():
        raise NotARepositoryError(f"{where.common} has no objects.", hint="is the clone complete?")
    alternates = where.common / "objects" / "info" / "alternates"
    if alternates.is_file() and alternates.stat().st_size and not follow_alternates:
        raise HostileInputError(
            f"{where.place} reads objects from other folders (objects/info/alternates).",
            hint="if you trust it: --follow-alternates; or `git repack -a -d` there, then remove that file.",
        )
    with tempfile.TemporaryDirectory(prefix="folkmoot-") as name:
        private = Path(name)
        formats = _formats(where.common / "config")
        (private / "config").write_text(_config(formats), encoding="ascii")
        (private / "HEAD").write_bytes((where.git / "HEAD").read_bytes()[:4096])
        (private / "objects").symlink_to(where.common / "objects")
        for kind in ("refs", "packed-refs", "reftable"):
            if (where.common / kind).exists():
                (private / kind).symlink_to(where.common / kind)
        (private / "refs").mkdir(exist_ok=True)
        if (where.common / "shallow").is_file():
            (private / "shallow").write_bytes((where.common / "shallow").read_bytes())
        yield Git(private)


def _formats(config: Path) -> dict[str, str]:
    """Give the two settings without which the objects or references could not be read at all."""
    if not config.is_file():
        return {}
    text = config.read_bytes()[:CONFIG_LIMIT].decode("utf-8", "replace")
    found = dict[str, str]()
    section = ""
    for line in text.splitlines():
        if header := re.match(r"\s*\[\s*([\w.-]+)", line):
            section = header[1].lower()
        if section == "extensions" and (
            setting := re.match(
                r"\s*(objectformat|refstorage)\s*=\s*(sha1|sha256|files|reftable)\s*$", line, re.IGNORECASE
            )
        ):
            found[setting[1].lower()] = setting[2].lower()
    return found


def _config(formats: dict[str, str]) -> str:
    extensions = "".join(f"\t{name} = {value}\n" for name, value in formats.items())
    return f"[core]\n\trepositoryformatversion = {1 if formats else 0}\n\tbare = true\n" + (
        f"[extensions]\n{extensions}" if formats else ""
    )
