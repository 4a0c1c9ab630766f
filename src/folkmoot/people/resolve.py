"""Who is who: from what sources saw to persons, bots, organisations and proposals."""

from __future__ import annotations


from folkmoot.people import mailmap as mailmaps
from folkmoot.people.merging import merge
from folkmoot.people.overrides import Overrides, parse_overrides
from folkmoot.people.resolution import Assignment, PersonRow, Resolution
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from folkmoot.model.fact import IdentityFact
    from collections.abc import Mapping, Sequence

__all__ = ["Overrides", "Resolution", "parse_overrides", "resolve"]


NOTHING_STATED = Overrides()


def resolve(
    identities: Sequence[IdentityFact],
    activity: Mapping[int, int],
    *,
    mailmap: bytes | None = None,
    overrides: Overrides = NOTHING_STATED,
    accepted: Sequence[tuple[int, int]] = (),
    rejected: Sequence[tuple[int, int]] = (),
) -> Resolution:
    """Say who is who among `identities`; `activity` gives the commits of each.

    `mailmap` None leaves the project's mailmap out. `accepted` and `rejected` are pairs of identities
    a human decided about. The result is the same whatever the order of the input.
    """
    facts = sorted(identities)
    groups = merge(facts, mailmaps.parse(mailmap))
    by_number = {fact.identity: fact for fact in facts}
    persons, assignments = [], []
    for leader, members in groups.by_leader().items():
        best = max(members, key=lambda member: (activity.get(member, 0), -member))
        persons.append(PersonRow(leader, by_number[best].name, 0, 0, ""))
        assignments += [Assignment(member, leader, "alone", 0) for member in members]
    return Resolution(persons, sorted(assignments), links=sorted(groups.links))
