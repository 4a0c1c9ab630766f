"""A table out of a file that strangers may have written: every value is asked for by kind, within bounds.

Every error is a SourceError that names the file and what is wrong with it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from folkmoot.model.errors import SourceError

MOST_BYTES = 200_000
MOST_TEXT = 10_000
MOST_ENTRIES = 2_000
MOST_SHOWN = 80

HANDLE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_-]{0,62}[A-Za-z0-9])?")
"""A handle names a file, so nothing that a path could be made of is in it."""
WORD = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?")
"""The name of a role, a rule or an action."""
DIGEST = re.compile(r"sha256:[0-9a-f]{64}")
CHECKPOINT_KEY = re.compile(r"[^\s+]{1,200}\+[0-9a-f]{8}\+[A-Za-z0-9+/]{43,64}=*")
"""A verifier key of a signed note: name, hash and key (https://c2sp.org/signed-note)."""
SSH_KEY = re.compile(r"(?P<kind>[a-z][a-z0-9@.-]{1,63}) (?P<blob>[A-Za-z0-9+/]{16,4000}={0,3})(?: .{0,200})?")
"""A public key as ssh-keygen writes it: its kind, the key, and perhaps a comment."""

Found = TypeVar("Found")


@dataclass(frozen=True)
class Table:
    """One table of one file. `place` is the file, and the table's name in it where it is not the whole."""

    place: str
    values: Mapping[str, Any]

    def wrong(self, problem: str) -> SourceError:
        """Give the error that says what is wrong in this table."""
        return SourceError(f"{self.place} {problem}.", hint="correct the file; the guide shows its format.")

    def only(self, known: Collection[str]) -> None:
        """Refuse keys that mean nothing: a misspelt one must not be a silent one."""
        for key in self.values:
            if key not in known:
                raise self.wrong(f"has a key {key[:MOST_SHOWN]!r} that means nothing")

    def text(self, key: str, default: str | None = None) -> str:
        """Give a text; without it the default, and an error when there is none."""
        value = self.values.get(key, default)
        if value is None:
            raise self.wrong(f"lacks `{key}`")
        if not isinstance(value, str) or len(value) > MOST_TEXT:
            raise self.wrong(f"has a `{key}` that is no text of at most {MOST_TEXT} characters")
        return value

    def word(self, key: str, default: str | None = None, form: re.Pattern[str] = WORD) -> str:
        """Give a text of one form; the default may be empty."""
        value = self.text(key, default)
        if value != default and not form.fullmatch(value):
            raise self.wrong(f"has `{key}` = {value[:MOST_SHOWN]!r}, which is not of the form it needs")
        return value

    def number(self, key: str, default: int | None = None, least: int = 0, most: int = 100_000) -> int:
        """Give a whole number within bounds."""
        value = self.values.get(key, default)
        if type(value) is not int or not least <= value <= most:
            raise self.wrong(f"has a `{key}` that is no whole number from {least} to {most}")
        return value

    def flag(self, key: str) -> bool:
        """Give true or false; without it false."""
        value = self.values.get(key, False)
        if not isinstance(value, bool):
            raise self.wrong(f"has a `{key}` that is neither true nor false")
        return value

    def moment(self, key: str) -> datetime | None:
        """Give a time with its offset from UTC, None where there is none."""
        value = self.values.get(key)
        if value is None:
            return None
        if not isinstance(value, datetime) or value.tzinfo is None:
            raise self.wrong(f"has a `{key}` that is no time like 2026-03-31T12:00:00Z")
        try:
            return value.astimezone(UTC)
        except OverflowError as error:
            raise self.wrong(f"has a `{key}` that is beyond all calendars") from error

    def day(self, key: str) -> date | None:
        """Give a day, None where there is none."""
        value = self.values.get(key)
        if value is None:
            return None
        if isinstance(value, datetime) or not isinstance(value, date):
            raise self.wrong(f"has a `{key}` that is no day like 2026-03-31")
        return value

    def words(self, key: str, form: re.Pattern[str] = WORD) -> tuple[str, ...]:
        """Give a list of texts of one form, none of them twice."""
        found: list[str] = []
        for value in self._list(key):
            if not isinstance(value, str) or not form.fullmatch(value):
                raise self.wrong(f"has {str(value)[:MOST_SHOWN]!r} in `{key}`, which is not of its form")
            found.append(value)
        if len(set(found)) != len(found):
            raise self.wrong(f"names something twice in `{key}`")
        return tuple(found)

    def tables(self, key: str) -> tuple[Table, ...]:
        """Give a list of tables (`[[key]]`)."""
        return tuple(self._inner(f"[[{key}]]", value) for value in self._list(key))

    def table(self, key: str) -> Table | None:
        """Give a table (`[key]`), None where there is none."""
        value = self.values.get(key)
        return None if value is None else self._inner(f"[{key}]", value)

    def named(self, key: str, read: Callable[[str, Table], Found]) -> dict[str, Found]:
        """Give what `read` makes of each table under `key` (`[key.name]`), by name."""
        outer = self.table(key)
        if outer is None:
            return {}
        found = {}
        for name, value in outer.values.items():
            if not WORD.fullmatch(name):
                raise self.wrong(f"has the name {name[:MOST_SHOWN]!r} in [{key}]; use a-z, 0-9 and -")
            found[name] = read(name, self._inner(f"[{key}.{name}]", value))
        return found

    def _list(self, key: str) -> list[Any]:
        value = self.values.get(key, [])
        if not isinstance(value, list) or len(value) > MOST_ENTRIES:
            raise self.wrong(f"has a `{key}` that is no list of at most {MOST_ENTRIES} entries")
        return value

    def _inner(self, name: str, value: Any) -> Table:
        if not isinstance(value, dict) or len(value) > MOST_ENTRIES:
            raise self.wrong(f"has a {name} that is no table of at most {MOST_ENTRIES} entries")
        return Table(f"{self.place} {name}", value)


def unix_lines(content: bytes) -> bytes:
    """Give a file with Unix line ends: an editor or git may write others, which say nothing else.

    What is too large to be read was cut off, and stays so.
    """
    return content.replace(b"\r\n", b"\n") if len(content) <= MOST_BYTES else content


def read_table(path: str, content: bytes) -> Table:
    """Read a whole file. Raises SourceError when it is too large or no TOML."""
    if len(content) > MOST_BYTES:
        raise SourceError(
            f"{path} is larger than {MOST_BYTES // 1000} kB.",
            hint="make it shorter; files of this kind hold a few lines.",
        )
    try:
        return Table(path, tomllib.loads(content.decode("utf-8-sig")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError, ValueError) as error:
        raise SourceError(
            f"{path} is not TOML: {str(error)[:300]}.",
            hint="correct it at the line that it names; https://toml.io tells how TOML is written.",
        ) from error
