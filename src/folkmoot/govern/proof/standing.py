"""How things stand after the decisions so far: the rules in force, and who holds which role."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from folkmoot.govern.files.decision import TAKES_EFFECT, Decision
from folkmoot.govern.files.governance import FOUNDING, Action, Governance, read_governance
from folkmoot.govern.files.person import Held

Roster = Mapping[str, tuple[Held, ...]]


@dataclass(frozen=True)
class Standing:
    """The rules in force, everybody's roles by handle, and the last closed decision's number in the order.

    `seal` is the digest of that decision, which the next one names.
    """

    governance: Governance | None = None
    roster: Roster = field(default_factory=dict)
    sequence: int = 0
    seal: str = ""

    def holders(self, roles: tuple[str, ...], day: date) -> tuple[str, ...]:
        """Give who holds one of these roles on a day, in the order of handles."""
        found = {
            handle
            for handle, held in self.roster.items()
            for one in held
            if one.role in roles and one.holds_on(day)
        }
        return tuple(sorted(found, key=lambda handle: (handle.casefold(), handle)))

    def electorate(self, action: Action, day: date) -> tuple[str, ...]:
        """Give who may vote on an action on a day."""
        return self.holders(action.electorate, day)


def after(standing: Standing, decision: Decision, seal: str, proposed: bytes | None) -> Standing:
    """Give how things stand once a closed decision has its effect.

    `proposed` is the governance.toml it puts in force. Raises SourceError when that cannot be read.
    """
    result = decision.result
    assert result is not None  # noqa: S101 - only closed decisions come here
    moved = replace(standing, sequence=result.sequence, seal=seal)
    if result.outcome not in TAKES_EFFECT:
        return moved
    day = result.closed.date()
    governance = standing.governance
    action = governance.actions.get(decision.action) if governance else None
    if decision.governance and proposed is not None:
        governance = read_governance(f"decisions/{decision.folder}/governance.toml", proposed)
    roster = dict(standing.roster)
    for grant in decision.takes:
        handle = _known(roster, grant.handle)
        roster[handle] = tuple(
            replace(held, ended=day, ended_by=decision.number)
            if held.role == grant.role and held.holds_on(day)
            else held
            for held in roster.get(handle, ())
        )
    until = _last_day(day, action.term_days) if action and action.term_days else None
    for role, name in _given(decision, action):
        handle = _known(roster, name)
        roster[handle] = (*roster.get(handle, ()), Held(role, decision.number, day, until))
    return replace(moved, governance=governance, roster=roster)


def _last_day(first: date, days: int) -> date:
    """Give the last day of a term; one that files send beyond all calendars ends on the last day there is."""
    return date.fromordinal(min(first.toordinal() + days - 1, date.max.toordinal()))


def _given(decision: Decision, action: Action | None) -> list[tuple[str, str]]:
    given = [(grant.role, grant.handle) for grant in decision.gives]
    if action is not None and action.election is not None and action.roles and decision.result:
        given += [(action.roles[0], winner) for winner in decision.result.winners]
    return given


def _known(roster: Roster, name: str) -> str:
    """Give the handle as it was first written: upper and lower case make no other person."""
    return next((handle for handle in roster if handle.casefold() == name.casefold()), name)


def is_founding(decision: Decision) -> bool:
    """Tell whether a decision is the one that begins a community."""
    return decision.action == FOUNDING
