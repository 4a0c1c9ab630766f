"""Joining identities that are the same person, each merge with the rule that made it."""

from __future__ import annotations


from folkmoot.people import addresses, names
from folkmoot.people.resolution import Link
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from folkmoot.people.mailmap import Mailmap
    from folkmoot.model.fact import IdentityFact
    from collections.abc import Iterable, Sequence


class Groups:
    """Disjoint groups of identities that keep the link of every merge (union-find, smallest number leads)."""

    def __init__(self, identities: Iterable[int]) -> None:
        self.leader = {identity: identity for identity in identities}
        self.links: list[Link] = []

    def find(self, identity: int) -> int:
        """Give the smallest identity of the group."""
        leader = self.leader
        while leader[identity] != identity:
            leader[identity] = leader[leader[identity]]
            identity = leader[identity]
        return identity

    def join(self, one: int, other: int, rule: str, because: str) -> None:
        """Make two groups one; nothing happens when they are one already."""
        a, b = self.find(one), self.find(other)
        if a != b:
            self.leader[max(a, b)] = min(a, b)
            self.links.append(Link(min(one, other), max(one, other), rule, because))

    def by_leader(self) -> dict[int, list[int]]:
        """Give every group by its smallest identity, both in ascending order."""
        groups: dict[int, list[int]] = {}
        for identity in sorted(self.leader):
            groups.setdefault(self.find(identity), []).append(identity)
        return groups


def merge(identities: Sequence[IdentityFact], mailmap: Mailmap) -> Groups:
    """Join what evidence joins. `identities` are sorted by number, so the result is always the same."""
    groups = Groups(fact.identity for fact in identities)
    seen: dict[tuple[str, str], int] = {}

    def meet(identity: int, rule: str, key: str) -> None:
        if key:
            other = seen.setdefault((rule, key), identity)
            if other != identity:
                groups.join(other, identity, rule, key)

    proper = {fact.identity: mailmap.lookup(fact.name, fact.email) for fact in identities}
    for fact in identities:
        said = proper[fact.identity]
        email = said.email if said and said.email else fact.email
        name = said.name if said and said.name else fact.name
        address = addresses.read(email)
        meet(fact.identity, "same e-mail", address.mailbox)
        meet(fact.identity, "same account", address.login)
        meet(fact.identity, "same account", address.account)
        meet(fact.identity, "same name", names.full_name(name))
    return groups
