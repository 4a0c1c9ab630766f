"""What a file of another tool tells: people, who works for whom, and organisations with their domains."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any, NamedTuple

from folkmoot.people import addresses

MOST_TEXT = 300
MOST_IDENTITIES = 500
_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_UNKNOWN = frozenset(
    {"", "?", "notfound", "unknown", "(unknown)", "unaffiliated?", "n/a", "(robots)", "robots", "bots"}
)
"""Employers that say that nobody knows the employer."""
_NOBODY = frozenset(
    {"independent", "(independent)", "none", "(none)", "self", "(self)", "unaffiliated", "individual"}
)
"""Employers that say that somebody works for nobody."""


class Employment(NamedTuple):
    """For whom somebody worked, "" for nobody, and the first and the last day, "" where it is not told."""

    organisation: str
    since: str = ""
    until: str = ""


class Someone(NamedTuple):
    """One person with all their identities; the name is "" where it is not told."""

    name: str
    identities: tuple[str, ...]
    employers: tuple[Employment, ...] = ()
    is_bot: bool = False


class Job(NamedTuple):
    """For whom an address worked; which addresses are one person is not said."""

    email: str
    employment: Employment


class Firm(NamedTuple):
    """An organisation and its domains."""

    name: str
    domains: tuple[str, ...]


@dataclass(frozen=True)
class Told:
    """Everything a file tells. `unread` are the lines that made no sense, `silent` domains of free mail."""

    people: tuple[Someone, ...] = ()
    jobs: tuple[Job, ...] = ()
    firms: tuple[Firm, ...] = ()
    unread: tuple[str, ...] = field(default=())
    silent: tuple[str, ...] = field(default=())

    def only(self, known: Collection[str]) -> Told:
        """Give the same without people who have none of the `known` mailboxes; see `mailbox`."""
        return replace(
            self,
            people=tuple(one for one in self.people if any(mailbox(box) in known for box in one.identities)),
            jobs=tuple(job for job in self.jobs if mailbox(job.email) in known),
        )


def mailbox(email: str) -> str:
    """Give what is the same for two addresses of one mailbox or account."""
    address = addresses.read(email)
    return address.mailbox or address.login or email.strip().casefold()


def text(value: Any) -> str:
    """Give a short text without needless space and what cannot be seen, "" for anything else."""
    if not isinstance(value, str) or len(value) > MOST_TEXT:
        return ""
    return plain(value)


def plain(line: str) -> str:
    """Give a line without needless space and what cannot be seen."""
    return "".join(filter(str.isprintable, " ".join(line.split())))


def day(value: Any) -> str:
    """Give a day as 2026-03-31 from a text that begins with one, "" for anything else."""
    match = _DAY.match(value) if isinstance(value, str) else None
    if match is None:
        return ""
    try:
        return date(*(int(part) for part in match.groups())).isoformat()
    except ValueError:
        return ""


def day_before(value: str) -> str:
    """Give the day before one that `day` gave."""
    first = value <= date.min.isoformat()
    return "" if first else (date.fromisoformat(value) - timedelta(days=1)).isoformat()


def employer(name: str) -> str | None:
    """Give an employer's name, "" for nobody, None where the file says that it is not known."""
    plain = name.casefold()
    if plain in _UNKNOWN:
        return None
    return "" if plain in _NOBODY else name


def someone(
    name: str, identities: Iterable[str], employers: Iterable[Employment] = (), *, is_bot: bool = False
) -> Someone:
    """Make a person of what was read: every identity and employment once, in their order."""
    own = tuple(dict.fromkeys(one for one in identities if one))[:MOST_IDENTITIES]
    return Someone(name, own, tuple(dict.fromkeys(employers))[:MOST_IDENTITIES], is_bot)


def account(login: str, host: str = "users.noreply.github.com") -> str:
    """Give the address by which an account of a forge is known, "" for what is no login."""
    return f"{login}@{host}" if re.fullmatch(r"[\w.-]+(?:\[bot\])?", login) else ""
