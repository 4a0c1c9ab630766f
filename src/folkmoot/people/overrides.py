"""What people state about themselves in `.folkmoot/people/<handle>.toml`.

::

    name = "Ada Example"
    identities = ["Ada Example <ada@home.example>", "ada@work.example"]
    kind = "person"                        # or "bot", "ai"; without it a person

    [[employers]]
    organisation = "Acme"                  # "" for nobody (independent)
    since = 2024-01-01                     # optional
    until = 2025-06-30                     # optional, the last day

An identity is an e-mail, or `Name <e-mail>` where one e-mail is used by several people. Keys that other parts
of Folkmoot read (keys, roles) are left alone. The files come from the repository, so from strangers: sizes
and counts are bounded, and a file that makes no sense is refused by name instead of half believed.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from folkmoot.model.errors import SourceError

MOST_BYTES = 100_000
MOST_FILES = 20_000
MOST_ENTRIES = 500
MOST_TEXT = 300
ALWAYS = 253_402_300_800
"""The `until` of what has no end: the year 10000."""


@dataclass(frozen=True)
class Employer:
    """One stated employer: its name ("" for nobody), from `since` until before `until`, in seconds UTC."""

    organisation: str
    since: int
    until: int


@dataclass(frozen=True)
class Statement:
    """What one file says about one person."""

    file: str
    name: str
    identities: tuple[tuple[str, str], ...]
    employers: tuple[Employer, ...] = ()
    kind: str = ""


@dataclass(frozen=True)
class Overrides:
    """Everything stated, in the order of the file names."""

    statements: tuple[Statement, ...] = ()


def parse_overrides(files: Mapping[str, bytes]) -> Overrides:
    """Read the statements of `files` (path -> content).

    Raises SourceError naming the file and what is wrong with it.
    """
    if len(files) > MOST_FILES:
        raise SourceError(
            f"{len(files)} files state who people are; Folkmoot reads at most {MOST_FILES}.",
            hint="put what they state together into fewer files.",
        )
    return Overrides(tuple(_statement(name, files[name]) for name in sorted(files)))


def _statement(file: str, content: bytes) -> Statement:
    if len(content) > MOST_BYTES:
        raise _error(file, f"is larger than {MOST_BYTES // 1000} kB")
    try:
        table = tomllib.loads(content.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError, ValueError) as error:
        raise _error(file, f"is not TOML: {str(error)[:MOST_TEXT]}") from error
    kind = _text(file, table, "kind")
    if kind not in ("", "person", "bot", "ai"):
        raise _error(file, f"has kind {kind!r}; it can be person, bot or ai")
    return Statement(
        file=file,
        name=_text(file, table, "name"),
        identities=tuple(_identity(file, entry) for entry in _list(file, table, "identities")),
        employers=tuple(employer_of(file, entry) for entry in _list(file, table, "employers")),
        kind=kind,
    )


def _identity(file: str, entry: Any) -> tuple[str, str]:
    """Give (name, e-mail) of `e-mail` or `Name <e-mail>`; the name is "" when it is not told."""
    if not isinstance(entry, str) or not entry.strip() or len(entry) > MOST_TEXT:
        raise _error(file, "has an identity that is no short text")
    name, bracket, rest = entry.strip().rpartition("<")
    if not bracket:
        return "", entry.strip()
    if not rest.endswith(">"):
        raise _error(file, f"has the identity {entry!r}, which lacks a closing >")
    return name.strip(), rest[:-1].strip()


def employer_of(file: str, entry: Any) -> Employer:
    """Read one employer of a file. Raises SourceError naming the file."""
    if not isinstance(entry, dict) or "organisation" not in entry:
        raise _error(file, "has an employer without `organisation`")
    since, until = _day(file, entry, "since"), _day(file, entry, "until")
    start = since or 0
    # `until` is the last day there, so the range ends when the next day begins.
    end = until + int(timedelta(days=1).total_seconds()) if until is not None else ALWAYS
    if end <= start:
        raise _error(file, "has an employer whose `until` comes before its `since`")
    return Employer(_text(file, entry, "organisation"), start, end)


def _day(file: str, table: Mapping[str, Any], key: str) -> int | None:
    value: Any = table.get(key)
    if isinstance(value, str):
        try:
            value = date.fromisoformat(value)
        except ValueError as error:
            raise _error(file, f"has `{key}` = {value[:40]!r}, which is no date like 2026-03-31") from error
    if isinstance(value, datetime):
        value = value.date()
    if value is None:
        return None
    if not isinstance(value, date):
        raise _error(file, f"has a `{key}` that is no date like 2026-03-31")
    return int(datetime(value.year, value.month, value.day, tzinfo=UTC).timestamp())


def _text(file: str, table: Mapping[str, Any], key: str) -> str:
    value = table.get(key, "")
    if not isinstance(value, str) or len(value) > MOST_TEXT:
        raise _error(file, f"has a `{key}` that is no short text")
    return " ".join(value.split())


def _list(file: str, table: Mapping[str, Any], key: str) -> list[Any]:
    value = table.get(key, [])
    if not isinstance(value, list):
        raise _error(file, f"has a `{key}` that is no list")
    if len(value) > MOST_ENTRIES:
        raise _error(file, f"has more than {MOST_ENTRIES} entries in `{key}`")
    return value


def _error(file: str, problem: str) -> SourceError:
    return SourceError(f"{file[:MOST_TEXT]} {problem}.", hint="correct the file; the guide shows its format.")
