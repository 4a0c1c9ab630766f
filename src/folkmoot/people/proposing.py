"""Matches that are likely but not proved: a human decides about them in `folkmoot people review`.

A match is proposed when exactly two persons share something unusual that no rule may merge on: an account's
login and the first part of an address, two such first parts, an address that spells a full name, or a full
name that strangers often share. When three persons share it, it is not unusual, and nothing is proposed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from folkmoot.model.fact import IdentityFact
from folkmoot.people.bots import sounds_like_a_program
from folkmoot.people.evidence import Evidence
from folkmoot.people.merging import Groups
from folkmoot.people.resolution import Proposal

SHORTEST_SPELLED = 8
"""Names run together that are shorter than this meet words by accident."""


def propose(groups: Groups, evidence: Sequence[Evidence]) -> list[Proposal]:
    """Give the pairs of identities that may be one person, and what they have in common."""
    owner: dict[str, tuple[int, int, str]] = {}
    shown: dict[str, dict[int, tuple[int, str]]] = {}
    for one in evidence:
        leader = groups.find(one.identity)
        for key, what in _clues(one):
            # Nearly every clue is somebody's own; only what two persons show is looked at closer.
            known = owner.setdefault(key, (leader, one.identity, what))
            if known[0] != leader:
                shown.setdefault(key, {known[0]: known[1:]}).setdefault(leader, (one.identity, what))
    proposals: dict[tuple[int, int], Proposal] = {}
    for key in sorted(shown):
        if len(shown[key]) != 2:
            continue
        (first, what), (second, what_other) = sorted(shown[key].values())
        if not groups.must_stay_apart(first, second):
            pair = sorted((groups.find(first), groups.find(second)))
            why = f"{key} is the {what} of one and the {what_other} of the other"
            if what == what_other:
                why = f"{key} is the {what} of both"
            proposals.setdefault((pair[0], pair[1]), Proposal(first, second, why))
    return sorted(proposals.values())


def propose_programs(
    facts: Sequence[IdentityFact], activity: Mapping[int, int], answered: frozenset[int]
) -> list[Proposal]:
    """Give busy identities that sound like a program; both sides are the identity itself."""
    return [
        Proposal(fact.identity, fact.identity, "may be a program: busy, and named like one")
        for fact in facts
        if fact.identity not in answered and sounds_like_a_program(fact, activity.get(fact.identity, 0))
    ]


def _clues(one: Evidence) -> list[tuple[str, str]]:
    clues = [(one.login, "login"), (one.handle, "name"), (one.local, "address"), (one.spelled, "address")]
    if one.full_name and (one.is_common or len(one.full_name) >= SHORTEST_SPELLED):
        clues.append((one.full_name, "name"))
    return [(key, what) for key, what in clues if key]
