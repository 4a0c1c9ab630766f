"""Small crowds written by hand: `crowd("Ada Lovelace <ada@x.org>", ...)` numbers them from 1."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from folkmoot.model.fact import IdentityFact
from folkmoot.people.resolution import Resolution
from folkmoot.people.resolve import NOTHING_STATED, Overrides, resolve
from folkmoot.people.stated_organisations import StatedByCommunity, StatedOrganisation

Group = frozenset[str]


def facts_of(written: Sequence[str]) -> list[IdentityFact]:
    """Give numbered identities from `Name <e-mail>`."""
    facts = []
    for number, text in enumerate(written, start=1):
        match = re.fullmatch(r"(.*?) ?<(.*)>", text)
        assert match, f"not an identity: {text!r}"
        facts.append(IdentityFact(number, "git", match[1], match[2]))
    return facts


class Crowd:
    """Identities and what was made of them."""

    def __init__(self, written: Sequence[str], resolution: Resolution) -> None:
        self.written = written
        self.resolution = resolution

    @property
    def groups(self) -> set[Group]:
        """The persons, each as the set of its identities."""
        members: dict[int, set[str]] = {}
        for row in self.resolution.assignments:
            members.setdefault(row.person, set()).add(self.written[row.identity - 1])
        return {frozenset(group) for group in members.values()}

    @property
    def is_one_person(self) -> bool:
        """Whether everybody here is one person."""
        return len(self.groups) == 1

    @property
    def are_strangers(self) -> bool:
        """Whether nobody was joined to anybody."""
        return len(self.groups) == len(self.written)

    @property
    def rules(self) -> set[str]:
        """The rules of all merges."""
        return {link.rule for link in self.resolution.links}

    @property
    def names(self) -> list[str]:
        """The names of all persons, in the order of their numbers."""
        return [person.name for person in self.resolution.persons]

    @property
    def bots(self) -> set[str]:
        """The identities that are programs."""
        return self._whose(lambda number: bool(self.resolution.persons[number].is_bot))

    @property
    def agents(self) -> set[str]:
        """The identities that are AI agents."""
        return self._whose(lambda number: bool(self.resolution.persons[number].is_ai))

    @property
    def organisations(self) -> dict[str, str]:
        """The organisation of each identity that has one."""
        names = {row.organisation: row.name for row in self.resolution.organisations}
        return {
            self.written[row.identity - 1]: names[row.organisation]
            for row in self.resolution.assignments
            if row.organisation
        }

    @property
    def sectors(self) -> dict[str, tuple[str, str]]:
        """The sector of each organisation that has one, and who says so."""
        names = {row.organisation: row.name for row in self.resolution.organisations}
        return {names[row.organisation]: (row.sector, row.rule) for row in self.resolution.sectors}

    @property
    def proposed(self) -> set[Group]:
        """The pairs proposed, each as a set of identities (of one, when it may be a program)."""
        return {
            frozenset((self.written[row.identity_a - 1], self.written[row.identity_b - 1]))
            for row in self.resolution.proposals
        }

    def _whose(self, holds: Callable[[int], bool]) -> set[str]:
        index = {person.person: number for number, person in enumerate(self.resolution.persons)}
        return {
            self.written[row.identity - 1] for row in self.resolution.assignments if holds(index[row.person])
        }


def crowd(
    *written: str,
    commits: Sequence[int] = (),
    mailmap: bytes | None = None,
    overrides: Overrides = NOTHING_STATED,
    accepted: Sequence[tuple[int, int]] = (),
    rejected: Sequence[tuple[int, int]] = (),
    organisations: Sequence[StatedOrganisation] = (),
    community: StatedByCommunity | None = None,
) -> Crowd:
    """Resolve a crowd; `commits` are those of each identity in order (default: one each)."""
    facts = facts_of(written)
    activity = {fact.identity: 1 for fact in facts} | dict(enumerate(commits, start=1))
    resolution = resolve(
        facts,
        activity,
        mailmap=mailmap,
        overrides=overrides,
        accepted=accepted,
        rejected=rejected,
        community=community or StatedByCommunity(tuple(organisations)),
    )
    return Crowd(written, resolution)
