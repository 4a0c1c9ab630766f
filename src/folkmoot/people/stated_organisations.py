"""What a community states about organisations in `.folkmoot/organisations.toml`.

::

    [[organisations]]
    name = "Engines Ltd"
    sector = "company"                     # optional, one of `people/sectors.py`
    domains = ["engines.example"]          # optional: whose addresses there are counts for it
    also = ["Analytical Engines"]          # optional: other names under which people state it

Several files may be kept: every `.folkmoot/organisations*.toml` is read, and where two say different things
the first by name counts. The files come from the repository, so from strangers: sizes and counts are bounded,
and a file that makes no sense is refused by name instead of half believed.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from folkmoot.model.errors import SourceError
from folkmoot.people.sectors import SECTORS, sector

FILE = ".folkmoot/organisations.toml"
MOST_BYTES = 5_000_000
MOST_FILES = 20
MOST_ORGANISATIONS = 50_000
MOST_TEXT = 300
MOST_DOMAINS = 2_000
_PATTERN = re.compile(r"\.folkmoot/organisations[^/]*\.toml")
_DOMAIN = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9])?\.)+[a-z0-9-]+")


@dataclass(frozen=True)
class StatedOrganisation:
    """One organisation as the community states it; `sector` is "" where none is stated."""

    file: str
    name: str
    sector: str = ""
    domains: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


class Register:
    """What is stated, to be looked up by name and by domain; of contradictory statements the first counts."""

    def __init__(self, said: Iterable[StatedOrganisation]) -> None:
        """Take the statements in the order in which they count."""
        self._name_of: dict[str, str] = {}
        self._sector_of: dict[str, str] = {}
        self._owner_of: dict[str, str] = {}
        for one in said:
            for name in (one.name, *one.also):
                self._name_of.setdefault(name.casefold(), one.name)
            own = self._name_of[one.name.casefold()]
            if one.sector:
                self._sector_of.setdefault(own.casefold(), one.sector)
            for domain in one.domains:
                self._owner_of.setdefault(domain, own)

    def name(self, name: str) -> str:
        """Give the name under which an organisation is shown, "" when nothing is stated about it."""
        return self._name_of.get(name.casefold(), "")

    def owner(self, domain: str) -> str:
        """Give whose a stated domain is, "" when it is not stated."""
        return self._owner_of.get(domain, "")

    def domain(self, host: str) -> str:
        """Give the closest stated domain at or above a host, "" when there is none."""
        while host and host not in self._owner_of:
            host = host.partition(".")[2]
        return host

    def sector(self, name: str) -> str:
        """Give the stated sector of an organisation by the name it is shown under, else ""."""
        return self._sector_of.get(name.casefold(), "")


def is_organisations_file(path: str) -> bool:
    """Tell whether a path in a repository is such a file."""
    return _PATTERN.fullmatch(path) is not None


def parse_organisations(files: Mapping[str, bytes]) -> tuple[StatedOrganisation, ...]:
    """Read the statements of `files` (path -> content), in the order of their names.

    Raises SourceError naming the file and what is wrong with it.
    """
    if len(files) > MOST_FILES:
        raise SourceError(f"{len(files)} files state organisations; Folkmoot reads at most {MOST_FILES}.")
    found = [one for name in sorted(files) for one in _organisations(name, files[name])]
    if len(found) > MOST_ORGANISATIONS:
        raise SourceError(
            f"{len(found)} organisations are stated; Folkmoot reads at most {MOST_ORGANISATIONS}."
        )
    return tuple(found)


def _organisations(file: str, content: bytes) -> list[StatedOrganisation]:
    if len(content) > MOST_BYTES:
        raise _error(file, f"is larger than {MOST_BYTES // 1_000_000} MB")
    try:
        table = tomllib.loads(content.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError, ValueError) as error:
        raise _error(file, f"is not TOML: {str(error)[:MOST_TEXT]}") from error
    listed = table.get("organisations", [])
    if not isinstance(listed, list):
        raise _error(file, "has `organisations` that are no list of tables")
    return [_organisation(file, entry) for entry in listed]


def _organisation(file: str, entry: Any) -> StatedOrganisation:
    if not isinstance(entry, dict):
        raise _error(file, "has an organisation that is no table")
    name = _text(file, entry.get("name", ""), "name")
    if not name:
        raise _error(file, "has an organisation without `name`")
    said = _text(file, entry.get("sector", ""), "sector")
    if said and not sector(said):
        raise _error(file, f"says that {name!r} is of the sector {said!r}; it can be {', '.join(SECTORS)}")
    domains = [one.casefold() for one in _texts(file, entry, "domains")]
    for one in domains:
        if not _DOMAIN.fullmatch(one):
            raise _error(file, f"gives {name!r} the domain {one!r}, which is none")
    return StatedOrganisation(file, name, sector(said), tuple(domains), tuple(_texts(file, entry, "also")))


def _texts(file: str, entry: Mapping[str, Any], key: str) -> Sequence[str]:
    values = entry.get(key, [])
    if not isinstance(values, list) or len(values) > MOST_DOMAINS:
        raise _error(file, f"has `{key}` that are no list of at most {MOST_DOMAINS} texts")
    return [_text(file, value, key) for value in values]


def _text(file: str, value: Any, key: str) -> str:
    if not isinstance(value, str) or len(value) > MOST_TEXT:
        raise _error(file, f"has a `{key}` that is no short text")
    return " ".join(value.split())


def _error(file: str, problem: str) -> SourceError:
    return SourceError(
        f"{file[:MOST_TEXT]} {problem}.",
        hint="docs/concepts/people-and-identities.md shows how it is written.",
    )
