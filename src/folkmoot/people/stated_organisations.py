"""What a community states about organisations in `.folkmoot/organisations.toml`.

::

    [[organisations]]
    name = "Engines Ltd"
    sector = "company"                     # optional, one of `people/sectors.py`
    domains = ["engines.example"]          # optional: whose addresses there are counts for it
    also = ["Analytical Engines"]          # optional: other names under which people state it

and, before the first `[[organisations]]`, who worked for whom, by address::

    employers = [
        { email = "ada@x.example", organisation = "Engines Ltd", until = 2025-06-30 },
        { email = "ada@x.example", organisation = "", since = 2025-07-01 },
    ]

An entry without a name, or without an address, says nothing. What a person's own file states outranks these.
Several files may be kept: every `.folkmoot/organisations*.toml` is read. Where two say different things,
`organisations.toml` counts before the others, and these by their names. The files come from the repository,
so from strangers: sizes and counts are bounded, and a file that makes no sense is refused by name instead of
half believed.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from folkmoot.model.errors import SourceError
from folkmoot.people import addresses
from folkmoot.people.overrides import Employer, employer_of
from folkmoot.people.sectors import SECTORS, sector

FILE = ".folkmoot/organisations.toml"
MOST_BYTES = 5_000_000
MOST_FILES = 20
MOST_ORGANISATIONS = 50_000
MOST_EMPLOYERS = 100_000
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


@dataclass(frozen=True)
class StatedByCommunity:
    """Everything the files state: organisations, and employers by mailbox (see `mailbox`)."""

    organisations: tuple[StatedOrganisation, ...] = ()
    employers: Mapping[str, tuple[Employer, ...]] = field(default_factory=dict)


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


def mailbox(email: str) -> str:
    """Give what is the same for two addresses of one mailbox or account, "" for what is no address."""
    address = addresses.read(email)
    return address.mailbox or address.login


def parse_organisations(files: Mapping[str, bytes]) -> StatedByCommunity:
    """Read the statements of `files` (path -> content), the community's own `FILE` before imported ones.

    Raises SourceError naming the file and what is wrong with it.
    """
    if len(files) > MOST_FILES:
        raise SourceError(
            f"{len(files)} files state organisations; Folkmoot reads at most {MOST_FILES}.",
            hint="put what they state together into fewer files.",
        )
    found: list[StatedOrganisation] = []
    employers: dict[str, list[Employer]] = defaultdict(list)
    for name in sorted(files, key=lambda one: (not one.startswith(FILE), one)):
        table = _table(name, files[name])
        entries = [
            _organisation(name, one) for one in _list(name, table, "organisations", MOST_ORGANISATIONS)
        ]
        found += [one for one in entries if one.name]
        for entry in _list(name, table, "employers", MOST_EMPLOYERS):
            job = employer_of(name, entry)
            if box := mailbox(_text(name, entry.get("email", ""), "email")):
                employers[box].append(job)
    return StatedByCommunity(tuple(found), {box: tuple(jobs) for box, jobs in employers.items()})


def _table(file: str, content: bytes) -> dict[str, Any]:
    if len(content) > MOST_BYTES:
        raise _error(file, f"is larger than {MOST_BYTES // 1_000_000} MB")
    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError, ValueError) as error:
        raise _error(file, f"is not TOML: {str(error)[:MOST_TEXT]}") from error


def _list(file: str, table: Mapping[str, Any], key: str, most: int) -> list[Any]:
    listed = table.get(key, [])
    if not isinstance(listed, list) or len(listed) > most:
        raise _error(file, f"has `{key}` that are no list of at most {most} tables")
    return listed


def _organisation(file: str, entry: Any) -> StatedOrganisation:
    if not isinstance(entry, dict):
        raise _error(file, "has an organisation that is no table")
    name = _text(file, entry.get("name", ""), "name")
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
