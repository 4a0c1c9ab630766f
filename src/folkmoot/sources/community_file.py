"""Reading a community's `folkmoot.toml`, word for word.

::

    name = "Analytical Engines"
    repositories = [
        "../server",                                             # a folder
        "clones/*",                                              # every repository in a folder
        { at = "https://github.com/engines/*", forge = true },   # every project of an organisation
        { at = "../client", forge = "dumps/client.archive.json.gz" },
    ]
    time_zone = "Europe/London"
    working_days = ["mon", "tue", "wed", "thu", "fri"]
    working_hours = [8, 18]
    response_days = 5
    language = "en"
    together = false
    store = "community.duckdb"

    [groups]
    core = ["server", "engines/*"]

    [privacy]                              # for `folkmoot privacy`; see the guide on the GDPR
    controller = "Analytical Engines Foundation, 1 Example Street"
    contact = "privacy@engines.example"
    legal_basis = "legitimate interest, article 6(1)(f)"

    [privacy.retention]                    # months, by class of data
    identifiers = 36

The file may come from strangers: its size and counts are bounded, nothing in it is run, and whatever is not
understood is refused by naming the file, the key and what is allowed there.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from folkmoot.model.community import WEEK, Community, Listed
from folkmoot.model.errors import UsageError
from folkmoot.model.privacy import PrivacySettings

FILE = "folkmoot.toml"
MOST_BYTES = 1_000_000
MOST_ENTRIES = 5_000
MOST_TEXT = 1_000
LONGEST_RESPONSE = 365
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
KEYS = (
    "name", "repositories", "groups", "time_zone", "working_days", "working_hours", "response_days",
    "language", "together", "store", "privacy",
)  # fmt: skip
PRIVACY_TEXTS = (
    "controller", "contact", "officer", "legal_basis", "interest", "recipients", "transfers", "authority",
)  # fmt: skip
RETAINED = ("identifiers", "texts", "caches", "clones", "checkins")
"""Classes of data for which a period can be set (see `store/inventory.py`)."""
LONGEST_PERIOD = 1_200
ENTRY_KEYS = ("at", "forge", "without")


def read_community(path: Path) -> Community:
    """Read the file at `path`. Raises UsageError naming the file, the key, and what is allowed."""
    shown = path.name
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise UsageError(
            f"{shown} cannot be read: {error.strerror}.", hint="`folkmoot init --community` writes one."
        ) from error
    if len(content) > MOST_BYTES:
        raise UsageError(
            f"{shown} is larger than {MOST_BYTES // 1000} kB; no community needs so much.",
            hint="is this the file that was meant?",
        )
    try:
        table = tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UsageError(f"{shown}, line {line}: this is no UTF-8 text.", hint="save it as UTF-8.") from error
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        raise UsageError(
            f"{shown} is not TOML: {str(error)[:300]}.", hint="the guide on folkmoot.toml shows its format."
        ) from error
    return _Reader(shown).community(table)


class _Reader:
    """Takes one file apart; `shown` is what errors call it."""

    def __init__(self, shown: str) -> None:
        self.shown = shown

    def community(self, table: Mapping[str, Any]) -> Community:
        self._known("", table, KEYS)
        entries = self._list("repositories", table.get("repositories", []))
        return Community(
            name=self._text("name", table.get("name", "")),
            repositories=tuple(
                self._entry(f"repositories[{place}]", entry) for place, entry in enumerate(entries)
            ),
            groups=self._groups(table.get("groups", {})),
            time_zone=self._zone(table.get("time_zone", "")),
            working_days=self._days(table.get("working_days", [])),
            working_hours=self._hours(table.get("working_hours")),
            response_days=self._number("response_days", table.get("response_days"), 1, LONGEST_RESPONSE),
            language=self._language(table.get("language", "")),
            store=self._text("store", table.get("store", "")),
            together=self._truth("together", table.get("together", False)),
            privacy=self._privacy(table.get("privacy", {})),
        )

    def _entry(self, key: str, value: Any) -> Listed:
        if isinstance(value, str):
            return Listed(self._place(key, value))
        if not isinstance(value, dict):
            raise self._wrong(key, value, 'a path or address, or a table such as { at = "../server" }')
        self._known(f"{key}.", value, ENTRY_KEYS)
        forge = value.get("forge", False)
        if isinstance(forge, bool):
            forges: list[Any] = []
        elif isinstance(forge, str | list):
            forges = [forge] if isinstance(forge, str) else self._list(f"{key}.forge", forge)
        else:
            raise self._wrong(
                f"{key}.forge", forge, "true, an address, the path of a dump, or a list of these"
            )
        without = value.get("without", [])
        return Listed(
            at=self._place(f"{key}.at", value.get("at")),
            forges=tuple(self._place(f"{key}.forge", one) for one in forges),
            has_own_forge=forge is True,
            without=self._texts(f"{key}.without", [without] if isinstance(without, str) else without),
        )

    def _place(self, key: str, value: Any) -> str:
        text = self._text(key, value)
        if not text or text.startswith("-") or any(ord(character) < 32 for character in text):
            raise self._wrong(key, value, "a path or an address")
        return text

    def _groups(self, value: Any) -> dict[str, tuple[str, ...]]:
        if not isinstance(value, dict) or len(value) > MOST_ENTRIES:
            raise self._wrong("groups", value, 'a table of lists, such as core = ["server", "client"]')
        groups = {}
        for name, members in value.items():
            groups[self._text("groups", name)] = found = self._texts(f"groups.{name}", members)
            if not name.strip() or not found:
                raise self._wrong(f"groups.{name}", members, "the names of one repository or more")
        return groups

    def _privacy(self, value: Any) -> PrivacySettings:
        if not isinstance(value, dict):
            raise self._wrong("privacy", value, 'a table, such as [privacy] with contact = "..."')
        self._known("privacy.", value, (*PRIVACY_TEXTS, "purposes", "retention"))
        periods = value.get("retention", {})
        if not isinstance(periods, dict):
            raise self._wrong("privacy.retention", periods, "a table of months, such as identifiers = 36")
        self._known("privacy.retention.", periods, RETAINED)
        retention = {
            name: self._number(f"privacy.retention.{name}", months, 1, LONGEST_PERIOD) or 0
            for name, months in periods.items()
        }
        texts = {name: self._text(f"privacy.{name}", value.get(name, "")) for name in PRIVACY_TEXTS}
        purposes = self._texts("privacy.purposes", value.get("purposes", []))
        return PrivacySettings(**texts, purposes=purposes, retention=retention)

    def _zone(self, value: Any) -> str:
        name = self._text("time_zone", value)
        if name:
            try:
                ZoneInfo(name)
            except (KeyError, ValueError, OSError) as error:
                raise self._wrong("time_zone", value, "the name of a zone, such as Europe/London") from error
        return name

    def _days(self, value: Any) -> tuple[int, ...]:
        days = self._texts("working_days", value)
        for day in days:
            if day.casefold() not in WEEK:
                raise self._wrong("working_days", day, f"a list of {', '.join(WEEK)}")
        return tuple(sorted({WEEK.index(day.casefold()) + 1 for day in days}))

    def _hours(self, value: Any) -> tuple[int, int] | None:
        if value is None:
            return None
        hours = value if isinstance(value, list) else []
        if (
            len(hours) != 2
            or not all(type(hour) is int for hour in hours)
            or not 0 <= hours[0] < hours[1] <= 24
        ):
            raise self._wrong("working_hours", value, "two hours from 0 to 24, the first before the second")
        return hours[0], hours[1]

    def _language(self, value: Any) -> str:
        language = self._text("language", value)
        if language and not LANGUAGE.fullmatch(language):
            raise self._wrong("language", value, "a language tag, such as en or pt-BR")
        return language

    def _number(self, key: str, value: Any, least: int, most: int) -> int | None:
        if value is None:
            return None
        if type(value) is not int or not least <= value <= most:
            raise self._wrong(key, value, f"a whole number from {least} to {most}")
        return value

    def _truth(self, key: str, value: Any) -> bool:
        if not isinstance(value, bool):
            raise self._wrong(key, value, "true or false")
        return value

    def _text(self, key: str, value: Any) -> str:
        if not isinstance(value, str) or len(value) > MOST_TEXT:
            raise self._wrong(key, value, "a short text")
        return value.strip()

    def _texts(self, key: str, value: Any) -> tuple[str, ...]:
        return tuple(self._text(key, one) for one in self._list(key, value))

    def _list(self, key: str, value: Any) -> list[Any]:
        if not isinstance(value, list):
            raise self._wrong(key, value, "a list")
        if len(value) > MOST_ENTRIES:
            raise UsageError(
                f"{self.shown}: {key} has {len(value)} entries; at most {MOST_ENTRIES} are read.",
                hint="name fewer.",
            )
        return value

    def _known(self, above: str, table: Mapping[str, Any], keys: Iterable[str]) -> None:
        for key in table:
            if key not in keys:
                allowed = ", ".join(keys)
                raise UsageError(
                    f"{self.shown}: there is no key {f'{above}{key}'[:100]!r}.", hint=f"known are {allowed}."
                )

    def _wrong(self, key: str, value: Any, allowed: str) -> UsageError:
        return UsageError(f"{self.shown}: {key[:100]} is {repr(value)[:100]}.", hint=f"it must be {allowed}.")
