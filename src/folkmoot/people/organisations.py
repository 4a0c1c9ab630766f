"""Organisations: from e-mail domains, and from what people state about their employers.

A domain is an organisation's when the community says so, when it is listed, when only institutions get such
a domain, or when several people use it and it carries the name of none of them. A domain one person uses may
be an employer's or their own; of the commits that would gain an organisation by guessing, most come from
domains of the second kind.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from folkmoot.model.fact import IdentityFact
from folkmoot.people import addresses, domains, names, sectors
from folkmoot.people.overrides import Employer
from folkmoot.people.resolution import AffiliationRow, Ground, OrganisationRow, SectorRow, Verdict
from folkmoot.people.stated_organisations import Register, StatedOrganisation

MOST_OF_A_FAMILY = 3
"""Up to so many people under a domain with the name of one of them are a household, not an organisation."""
SHORTEST_NAME = 4
"""A word of a name must have so many letters to be looked for in a domain."""
INDEPENDENT = ("", "independent", "none", "unaffiliated", "self")


class Organisations:
    """Every organisation found, numbered from 1 in the order of their names."""

    def __init__(
        self,
        facts: Sequence[IdentityFact],
        person_of: Mapping[int, int],
        stated: Mapping[int, Sequence[Employer]],
        said: Sequence[StatedOrganisation] = (),
    ) -> None:
        """Find the organisations of people; `person_of` gives the person of each human identity.

        `stated` is what people state about their employers, `said` what the community about organisations.
        """
        self._register = Register(said)
        domain_by = {fact.identity: self._domain(fact.email) for fact in facts if fact.identity in person_of}
        users: dict[str, dict[int, frozenset[str]]] = defaultdict(dict)
        boxes: dict[str, set[str]] = defaultdict(set)
        for fact in facts:
            domain = domain_by.get(fact.identity)
            if not domain:
                continue
            boxes[domain].add(_letters(fact.email.partition("@")[0]))
            # Two nicknames under one domain may be one person; only full names show that there are several.
            if names.full_name(fact.name):
                users[domain].setdefault(person_of[fact.identity], frozenset(names.words(fact.name)))
        spelling: dict[str, str] = {}
        for employers in stated.values():
            for employer in employers:
                if employer.organisation.casefold() not in INDEPENDENT:
                    name = self._shown(employer.organisation)
                    spelling.setdefault(name.casefold(), name)
        self.verdicts: dict[str, Verdict] = {}
        for domain in sorted(set(domain_by.values()) - {""}):
            if owner := self._register.owner(domain):
                ground, name = Ground.STATED, owner
            else:
                ground = _ground(domain, list(users[domain].values()), boxes[domain])
                name = self._shown(domain)
            self.verdicts[domain] = Verdict(ground, len(users[domain]), name)
            if ground.is_organisation:
                spelling.setdefault(name.casefold(), name)
        self.rows = [OrganisationRow(n, spelling[key]) for n, key in enumerate(sorted(spelling), start=1)]
        self._number = {row.name.casefold(): row.organisation for row in self.rows}
        self._of_identity = {
            identity: self._number.get(self.verdicts[domain].name.casefold(), 0)
            for identity, domain in domain_by.items()
            if domain
        }
        self.sectors = self._sectors()

    def of_identity(self, identity: int) -> int:
        """Give the organisation the identity's e-mail tells, 0 when none."""
        return self._of_identity.get(identity, 0)

    def number(self, name: str) -> int:
        """Give the number of an organisation somebody stated, 0 for nobody."""
        return self._number.get(self._shown(name).casefold(), 0)

    def _domain(self, email: str) -> str:
        """Give the stated domain of an e-mail, else the one that may be an employer's, else ""."""
        address = addresses.read(email)
        is_own = address.mailbox and not address.is_machine
        return (self._register.domain(address.domain) if is_own else "") or domain_of(email)

    def _shown(self, name: str) -> str:
        return self._register.name(name) or self._register.owner(name.casefold()) or _display(name)

    def _sectors(self) -> list[SectorRow]:
        """Give the sectors that are said, the community's word before all others."""
        used: dict[str, list[str]] = defaultdict(list)
        for domain, verdict in self.verdicts.items():
            if verdict.ground.is_organisation:
                used[verdict.name.casefold()].append(domain)
        found = []
        for row in self.rows:
            if sector := self._register.sector(row.name):
                found.append(SectorRow(row.organisation, sector, str(sectors.Said.STATED)))
                continue
            sector, rule = sectors.of_domains(used[row.name.casefold()])
            if sector:
                found.append(SectorRow(row.organisation, sector, rule))
        return found


def affiliations(person: int, employers: Sequence[Employer], found: Organisations) -> list[AffiliationRow]:
    """Lay out what one person stated without overlaps: where two jobs overlap, the later one begins."""
    jobs = sorted({(job.since, job.until, found.number(job.organisation)) for job in employers})
    rows = []
    for index, (since, until, organisation) in enumerate(jobs):
        following = jobs[index + 1][0] if index + 1 < len(jobs) else until
        if min(until, following) > since:
            rows.append(AffiliationRow(person, organisation, since, min(until, following)))
    return rows


def domain_of(email: str) -> str:
    """Give the domain of an e-mail that may be an employer's, "" when it says nothing about one."""
    address = addresses.read(email)
    return domains.workplace(address.domain) if address.mailbox and not address.is_machine else ""


def verdict_of(email: str, verdicts: Mapping[str, Verdict]) -> tuple[str, Verdict | None]:
    """Give the domain of an e-mail that decided whom it counts for, and what was made of it."""
    host = addresses.read(email).domain
    while host:
        verdict = verdicts.get(host)
        if verdict is not None and verdict.ground is Ground.STATED:
            return host, verdict
        host = host.partition(".")[2]
    domain = domain_of(email)
    return domain, verdicts.get(domain)


def is_listed(domain: str) -> bool:
    """Tell whether a domain is a well-known organisation's, however many people use it."""
    return domain in _names() or domain in _employers() or domains.is_institution(domain)


def _display(name: str) -> str:
    """Give the name an organisation is shown under, whether it was told by its name or its domain."""
    return _names().get(name.casefold(), name)


@cache
def _names() -> dict[str, str]:
    listed = names.data("organisations.toml")["names"]
    return {domain: name for name, owned in listed.items() for domain in owned}


def _ground(domain: str, people: Sequence[frozenset[str]], boxes: Collection[str]) -> Ground:
    """Say why a domain is an organisation's or not.

    `people` are the words of each user's full name, `boxes` what stands before the @ in their addresses.
    """
    if domain in _names() or domain in _employers():
        return Ground.LISTED
    if domains.is_institution(domain):
        return Ground.INSTITUTION
    label = _letters(domain.partition(".")[0])
    own = {word for words in people for word in words if len(word) >= SHORTEST_NAME}
    if len(people) <= MOST_OF_A_FAMILY and (label in boxes or any(word in label for word in own)):
        return Ground.OWN_NAME
    return Ground.SEVERAL if len(people) > 1 else Ground.ONE_PERSON


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


@cache
def _employers() -> frozenset[str]:
    listed = names.data("organisations.toml")
    return frozenset([*listed["employers"], *listed["universities"]])
