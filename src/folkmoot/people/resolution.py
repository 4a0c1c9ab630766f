"""What resolving identities gives: rows in the column order of the store's tables, and why each is so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple


class PersonRow(NamedTuple):
    """One person, bot or AI agent. `person` is the smallest identity number of the group, so it is stable.

    `is_bot` is 1 for everything that is no human, AI agents included; `bot_rule` names the rule that said so.
    """

    person: int
    name: str
    is_bot: int
    is_ai: int
    bot_rule: str


class Assignment(NamedTuple):
    """Whom an identity belongs to, the rule that joined it, and the organisation its e-mail tells.

    `organisation` 0 is none.
    """

    identity: int
    person: int
    rule: str
    organisation: int


class OrganisationRow(NamedTuple):
    """One organisation. Numbers start at 1 and follow the names in alphabetical order."""

    organisation: int
    name: str


class SectorRow(NamedTuple):
    """The sector of one organisation, and who says so (a word of `people.sectors.Said`)."""

    organisation: int
    sector: str
    rule: str


class Ground(StrEnum):
    """Why a domain is taken for an organisation's, or for no organisation's."""

    STATED = "stated"
    LISTED = "listed"
    INSTITUTION = "institution"
    SEVERAL = "several people"
    OWN_NAME = "own name"
    ONE_PERSON = "one person"

    @property
    def is_organisation(self) -> bool:
        """Whether people under such a domain count for an organisation."""
        return self in (Ground.STATED, Ground.LISTED, Ground.INSTITUTION, Ground.SEVERAL)


class Verdict(NamedTuple):
    """What was made of one domain: why, by how many people with full names it is used, and its shown name."""

    ground: Ground
    people: int
    name: str


class AffiliationRow(NamedTuple):
    """Whom a person stated to work for, from `since` until before `until` (seconds since 1970, UTC).

    `organisation` 0 is a stated "independent". The ranges of one person never overlap.
    """

    person: int
    organisation: int
    since: int
    until: int


class Proposal(NamedTuple):
    """Two identities that may be one person; a human decides. `why` says what they have in common."""

    identity_a: int
    identity_b: int
    why: str


class Link(NamedTuple):
    """One merge that was made: two identities, the rule, and what they have in common."""

    identity_a: int
    identity_b: int
    rule: str
    because: str


@dataclass(frozen=True)
class Resolution:
    """Everything known about who is who. Every list is sorted, whatever the order of the input."""

    persons: list[PersonRow] = field(default_factory=list)
    assignments: list[Assignment] = field(default_factory=list)
    organisations: list[OrganisationRow] = field(default_factory=list)
    sectors: list[SectorRow] = field(default_factory=list)
    affiliations: list[AffiliationRow] = field(default_factory=list)
    proposals: list[Proposal] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    domains: Mapping[str, Verdict] = field(default_factory=dict)
    """What was made of every domain that may be an employer's."""

    def numbered(self, numbers: Sequence[int], nameless: Mapping[int, str]) -> Resolution:
        """Give the same with identity n called `numbers[n - 1]`; a person has the smallest number of theirs.

        Whoever has none but `nameless` identities is called what is given there.
        """
        of = dict(enumerate(numbers, start=1))
        members: dict[int, list[int]] = {}
        for row in self.assignments:
            members.setdefault(row.person, []).append(of[row.identity])
        person = {leader: min(own) for leader, own in members.items()}

        def name(row: PersonRow) -> str:
            own = members[row.person]
            return nameless[own[0]] if all(one in nameless for one in own) else row.name

        return replace(
            self,
            persons=sorted(PersonRow(person[row.person], name(row), *row[2:]) for row in self.persons),
            assignments=sorted(
                Assignment(of[row.identity], person[row.person], *row[2:]) for row in self.assignments
            ),
            affiliations=sorted(row._replace(person=person[row.person]) for row in self.affiliations),
            proposals=sorted(Proposal(*_pair(of, row), row.why) for row in self.proposals),
            links=sorted(Link(*_pair(of, row), row.rule, row.because) for row in self.links),
        )


def _pair(of: Mapping[int, int], row: Link | Proposal) -> tuple[int, int]:
    one, other = sorted((of[row.identity_a], of[row.identity_b]))
    return one, other
