"""gitdm's files: aliases, e-mail and domain maps, and the affiliations that the CNCF keeps.

A map has a line per address or domain: `ada@x.example  Engines Ltd < 2017-03-01`, where the day is the first
on which that is over; an alias has two addresses, its own and the one that stands for it, and chains are
followed. The affiliations have a line per person, `Ada: ada!x.example, ada!y.example`, and under it, after a
tab, a line per employer: `Engines Ltd from 2016-01-01 until 2017-03-01`. The CNCF writes `!` for `@`. `#`
begins a comment.
"""

from __future__ import annotations

import re
from collections import defaultdict

from folkmoot.people import domains
from folkmoot.people.importing.told import (
    MOST_TEXT,
    Employment,
    Firm,
    Job,
    Someone,
    Told,
    day,
    day_before,
    employer,
    plain,
    someone,
    text,
)

_ADDRESS = re.compile(r"[^\s@<>\"',]+@[^\s@<>\"',]+")
_DOMAIN = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*")
_MAPPED = re.compile(r"(\"[^\"]+\"|\S+)\s+([^<]*[^<\s])\s*(?:<\s*(\d+-\d+-\d+))?")
_PERSON = re.compile(r"(\S.*?)\*?: ([^\s,]+(?:, ?[^\s,]+)*)")
_TERM = re.compile(r"(.+?)(?: from (\d+-\d+-\d+))?(?: until (\d+-\d+-\d+))?")
MOST_SHOWN = 20


class _Reading:
    def __init__(self) -> None:
        self.main_of: dict[str, str] = {}
        self.ends: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self.owners: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self.people: list[Someone] = []
        self.is_about_somebody = False
        self.silent: list[str] = []
        self.unread: list[str] = []

    def line(self, line: str) -> None:
        """Read one line without its comment."""
        shown = plain(line)
        if "\t" in line and line[:1].isspace():
            if self.is_about_somebody:
                self._term(shown)
            return
        self.is_about_somebody = False
        person, mapped = _PERSON.fullmatch(shown), _MAPPED.fullmatch(shown)
        mails = [mail for one in person[2].split(",") if (mail := _address(one.strip()))] if person else []
        if person and mails:
            self.is_about_somebody = True
            self.people.append(someone(text(person[1]), mails))
        elif mapped:
            self._mapped(mapped[1].strip('"'), text(mapped[2]), day(mapped[3]), shown)
        else:
            self.unread.append(shown)

    def _term(self, shown: str) -> None:
        term = _TERM.fullmatch(shown)
        name = employer(text(term[1])) if term else None
        if term and name is not None:
            since, until = day(term[2]), day(term[3])
            last = self.people[-1]
            job = Employment(name, since, day_before(until) if until else "")
            self.people[-1] = last._replace(employers=(*last.employers, job))

    def _mapped(self, key: str, value: str, until: str, line: str) -> None:
        own, main = _address(key), _address(value)
        if own and main:
            self.main_of.setdefault(own, main)
        elif own:
            self.ends[own].append((until, value))
        elif _DOMAIN.fullmatch(key.casefold()) and not main:
            self.owners[key.casefold()].append((until, value))
        elif not main:
            # An alias of what is no address is somebody's typing error: nobody to speak of.
            self.unread.append(line)


def read(content: str) -> Told:
    """Read any of gitdm's files, also several of them put together."""
    reading = _Reading()
    for line in content.splitlines():
        bare = line.partition("#")[0].rstrip()
        if bare.strip():
            reading.line(bare[: 10 * MOST_TEXT])
    groups: dict[str, list[str]] = defaultdict(list)
    for own in reading.main_of:
        main = _main(reading.main_of, own)
        groups[main] += [main, own]
    people = [someone("", identities) for identities in groups.values()]
    return Told(
        people=tuple(one for one in [*people, *reading.people] if len(one.identities) > 1 or one.employers),
        jobs=tuple(Job(email, job) for email, ends in reading.ends.items() for job in _jobs(ends)),
        firms=_firms(reading),
        unread=tuple(reading.unread[:MOST_SHOWN]),
        silent=tuple(sorted(reading.silent)),
    )


def _address(word: str) -> str:
    """Give an address, with the `!` that some write for `@` put right; "" for anything else."""
    mail = word.replace("!", "@") if "@" not in word and word.count("!") == 1 else word
    return mail if len(mail) <= MOST_TEXT and _ADDRESS.fullmatch(mail) else ""


def _main(main_of: dict[str, str], own: str) -> str:
    seen = {own}
    while (following := main_of.get(own, own)) not in seen:
        seen.add(following)
        own = following
    return own


def _jobs(ends: list[tuple[str, str]]) -> list[Employment]:
    """Give each employer the days from the end of the one before it; what has no end comes last."""
    jobs: list[Employment] = []
    since = ""
    for until, name in sorted(set(ends), key=lambda one: (one[0] == "", one[0])):
        known = employer(name)
        if known is not None:
            jobs.append(Employment(known, since, day_before(until) if until else ""))
        since = until or since
    return jobs


def _firms(reading: _Reading) -> tuple[Firm, ...]:
    """Give the owner a domain has now: the one without an end, else the last one."""
    owned: dict[str, list[str]] = defaultdict(list)
    for domain, ends in reading.owners.items():
        name = employer(max(ends, key=lambda one: (one[0] == "", one[0]))[1])
        if not name:
            continue
        if domains.workplace(domain):
            owned[name].append(domain)
        else:
            reading.silent.append(domain)
    return tuple(Firm(name, tuple(sorted(owned[name]))) for name in sorted(owned))
