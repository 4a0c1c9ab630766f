"""Daily counts somebody else kept: CSV with a line of names, or JSON with a list of objects.

Each row has `project` and `day` (YYYY-MM-DD), and any of `stars`, `forks`, `watchers`, `open_issues` and
`open_changes`; what is empty or not there is not known.
"""

from __future__ import annotations

import csv
import io
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from folkmoot.i18n import Message
from folkmoot.model.errors import SourceError
from folkmoot.model.forge import UNKNOWN, Snapshot
from folkmoot.model.hints import READABLE
from folkmoot.sources.json_elements import loads

LARGEST = 100_000_000
"""Most bytes of such a file."""
COUNTS = ("stars", "forks", "watchers", "open_issues", "open_changes")
EPOCH = date(1970, 1, 1).toordinal()
LEFT_OUT = "{file}, row {row}: {problem}."


class Counted(NamedTuple):
    """One count of a project: `owner/name`, or its address."""

    project: str
    snapshot: Snapshot


def counts_in(file: Path) -> tuple[list[Counted], list[Message]]:
    """Give the counts of a file, and what of it made no sense. Raises SourceError when nothing does."""
    found: list[Counted] = []
    problems: list[Message] = []
    for number, row in enumerate(_rows(file), 1):
        try:
            found.append(_counted(row))
        except ValueError as error:
            problems.append(Message(LEFT_OUT, {"file": file.name, "row": number, "problem": str(error)}))
    if problems and not found:
        raise SourceError(str(problems[0]), hint="it needs project, day, and a count such as stars.")
    return found, problems


def _rows(file: Path) -> Iterable[Any]:
    try:
        if file.stat().st_size > LARGEST:
            raise SourceError(
                f"{file} is longer than {LARGEST // 1_000_000} MB.", hint="is this a file of counts per day?"
            )
        content = file.read_bytes()
    except OSError as error:
        raise SourceError(f"{file} cannot be read: {error.strerror}.", hint=READABLE) from error
    if content.lstrip()[:1] in (b"[", b"{"):
        try:
            told = loads(content)
        except ValueError as error:
            raise SourceError(
                f"{file} is no JSON: {error}.", hint="`folkmoot snapshot --help` tells what such files hold."
            ) from error
        return told if isinstance(told, list) else [told]
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        raise SourceError(f"{file} is no UTF-8 text.", hint="save it as UTF-8.")
    return _csv(content.decode("utf-8-sig", "replace"), file)


def _csv(text: str, file: Path) -> Iterator[dict[str, Any]]:
    try:
        reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
        names = reader.fieldnames or ()
        if len(names) == 1 and ";" in names[0]:
            raise SourceError(
                f"{file}: semicolons part the columns.", hint="save it with commas between them."
            )
        yield from reader
    except csv.Error as error:
        raise SourceError(
            f"{file} is no CSV: {error}.", hint="`folkmoot snapshot --help` tells what such files hold."
        ) from error


def _counted(row: object) -> Counted:
    """Read one row. Raises ValueError, saying what is wrong."""
    if not isinstance(row, dict):
        raise ValueError("it should be an object")  # noqa: TRY004 - a fault of the file, not of the caller
    project, day = row.get("project"), row.get("day")
    if not isinstance(project, str) or not 0 < len(project.strip()) <= 500:
        raise ValueError("project should be owner/name or an address")
    try:
        day_id = date.fromisoformat(str(day)).toordinal() - EPOCH
    except ValueError as error:
        raise ValueError("day should be a day such as 2026-03-31") from error
    numbers = [_number(row, name) for name in COUNTS]
    if all(number == UNKNOWN for number in numbers) or day_id < 0:
        raise ValueError("nothing is counted in it")
    return Counted(project.strip(), Snapshot(day_id, *numbers))


def _number(row: dict[str, Any], name: str) -> int:
    told = row.get(name)
    if told is None or told == "":
        return UNKNOWN
    text = str(told).strip()
    if isinstance(told, bool) or not (
        text.isascii() and text.isdigit() and int(text[:12]) < 2**31 and len(text) < 12
    ):
        raise ValueError(f"{name} should be a whole number")
    return int(text)
