"""What is remembered of check-ins: a TOML file in the user's own folder, readable by its owner only.

::

    [people.ada]
    asked = 2026-03-01
    answer = "stays"                       # or "away", "rests"
    answered = 2026-03-04
    until = 2026-09-03

It never goes into git: who is ill, in mourning or has a new job is nobody's business but theirs.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from folkmoot.govern.files.table import Table, read_table
from folkmoot.govern.files.toml_text import toml_key, toml_lines
from folkmoot.govern.growing.checkin import Answered, Note
from folkmoot.model.errors import SourceError
from folkmoot.model.hints import WRITABLE
from folkmoot.sources.file_lock import FileLock

PATIENCE = 20.0
"""Seconds to wait for somebody else who writes."""


def read_notes(path: Path) -> dict[str, Note]:
    """Read the notes, by handle in lower case; none where there is no file. Raises SourceError."""
    if not path.is_file():
        return {}
    table = read_table(str(path), path.read_bytes())
    table.only({"people"})
    people = table.table("people")
    found = {}
    for handle, value in people.values.items() if people else ():
        if not isinstance(value, dict):
            raise table.wrong(f"has no table for {handle[:80]!r}")
        found[handle.casefold()] = _note(handle, Table(f"{path} [people.{handle[:80]}]", value))
    return found


def _note(handle: str, table: Table) -> Note:
    table.only({"asked", "answer", "answered", "until", "vouched_by"})
    answer = table.text("answer", "")
    if answer and answer not in list(Answered):
        raise table.wrong(f"has an answer {answer[:40]!r}, which is none of {', '.join(Answered)}")
    return Note(
        handle, table.day("asked"), Answered(answer) if answer else None, table.day("answered"),
        table.day("until"), table.text("vouched_by", ""),
    )  # fmt: skip


def change_notes(path: Path, change: Callable[[dict[str, Note]], dict[str, Note]]) -> dict[str, Note]:
    """Change the notes as they are by now; of two who do so at once, each finds what the other wrote.

    Raises SourceError when they cannot be read or written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with FileLock(f"{path}.lock", PATIENCE):
            changed = change(read_notes(path))
            write_notes(path, changed)
    except OSError as error:
        raise SourceError(f"{path} cannot be written: {error.strerror or error}.", hint=WRITABLE) from error
    return changed


def write_notes(path: Path, notes: Mapping[str, Note]) -> None:
    """Write the notes whole, so that only their owner may read them. Raises SourceError when that fails."""
    text = "# Folkmoot: what people answered. Keep it out of git.\n"
    for note in sorted(notes.values(), key=lambda each: each.handle.casefold()):
        values = {
            "asked": note.asked, "answer": note.answer.value if note.answer else None,
            "answered": note.answered, "until": note.until, "vouched_by": note.vouched_by or None,
        }  # fmt: skip
        text += f"\n[people.{toml_key(note.handle)}]\n{toml_lines(values)}"
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = path.with_name(f"{path.name}.next")
        fresh.unlink(missing_ok=True)
        with os.fdopen(
            os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8"
        ) as file:
            file.write(text)
        fresh.replace(path)
    except OSError as error:
        raise SourceError(f"{path} cannot be written: {error.strerror}.", hint=WRITABLE) from error
