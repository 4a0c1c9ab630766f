"""Organisations: from e-mail domains, and from what people state about their employers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from folkmoot.model.fact import IdentityFact
from folkmoot.people import addresses, domains, names
from folkmoot.people.overrides import Employer
from folkmoot.people.resolution import AffiliationRow, OrganisationRow

MOST_OF_A_FAMILY = 3
"""Up to so many people under a domain that is their own surname are a family, not an organisation."""
INDEPENDENT = ("", "independent", "none", "unaffiliated", "self")


class Organisations:
    """Every organisation found, numbered from 1 in the order of their names."""

    def __init__(
        self,
        facts: Sequence[IdentityFact],
        person_of: Mapping[int, int],
        stated: Mapping[int, Sequence[Employer]],
    ) -> None:
        """Find the organisations of people; `person_of` gives the person of each human identity."""
        domain_of = {fact.identity: _domain(fact.email) for fact in facts if fact.identity in person_of}
        users: dict[str, dict[int, frozenset[str]]] = defaultdict(dict)
        for fact in facts:
            domain = domain_of.get(fact.identity)
            # Two nicknames under one domain may be one person; only full names show that there are several.
            if domain and names.full_name(fact.name):
                users[domain].setdefault(person_of[fact.identity], frozenset(names.words(fact.name)))
        spelling: dict[str, str] = {}
        for employers in stated.values():
            for employer in employers:
                if employer.organisation.casefold() not in INDEPENDENT:
                    name = _display(employer.organisation)
                    spelling.setdefault(name.casefold(), name)
        for domain in sorted(set(domain_of.values()) - {""}):
            if _is_organisation(domain, list(users[domain].values())):
                name = _display(domain)
                spelling.setdefault(name.casefold(), name)
        self.rows = [OrganisationRow(n, spelling[key]) for n, key in enumerate(sorted(spelling), start=1)]
        self._number = {row.name.casefold(): row.organisation for row in self.rows}
        self._of_identity = {
            identity: self._number.get(_display(domain).casefold(), 0)
            for identity, domain in domain_of.items()
            if domain
        }

    def of_identity(self, identity: int) -> int:
        """Give the organisation the identity's e-mail tells, 0 when none."""
        return self._of_identity.get(identity, 0)

    def number(self, name: str) -> int:
        """Give the number of an organisation somebody stated, 0 for nobody."""
        return self._number.get(_display(name).casefold(), 0)


def affiliations(person: int, employers: Sequence[Employer], found: Organisations) -> list[AffiliationRow]:
    """Lay out what one person stated without overlaps: where two jobs overlap, the later one begins."""
    jobs = sorted({(job.since, job.until, found.number(job.organisation)) for job in employers})
    rows = []
    for index, (since, until, organisation) in enumerate(jobs):
        following = jobs[index + 1][0] if index + 1 < len(jobs) else until
        if min(until, following) > since:
            rows.append(AffiliationRow(person, organisation, since, min(until, following)))
    return rows


def _domain(email: str) -> str:
    address = addresses.read(email)
    return domains.workplace(address.domain) if address.mailbox and not address.is_machine else ""


def _display(name: str) -> str:
    """Give the name an organisation is shown under, whether it was told by its name or its domain."""
    return _names().get(name.casefold(), name)


@cache
def _names() -> dict[str, str]:
    listed = names.data("organisations.toml")["names"]
    return {domain: name for name, owned in listed.items() for domain in owned}


def _is_organisation(domain: str, words: Sequence[frozenset[str]]) -> bool:
    """Say whether a domain is an organisation's; `words` are those of each user's full name."""
    if domain in _names() or domains.is_institution(domain):
        return True
    label = domain.partition(".")[0].replace("-", "")
    is_family = len(words) <= MOST_OF_A_FAMILY and all(
        any(word in label for word in one if len(word) > 3) for one in words
    )
    return len(words) > 1 and not is_family
