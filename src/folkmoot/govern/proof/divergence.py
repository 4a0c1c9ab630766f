"""Two histories that were one: up to which decision they agree, and what each decided since.

A fork is a community's last vote. Both sides may follow from their own decisions without a fault; what they
share is the beginning of both trees of decisions, byte by byte.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from folkmoot.govern.files.decision import Decision
from folkmoot.govern.files.state import FOLDER, State
from folkmoot.govern.proof.counting_again import count_again
from folkmoot.govern.proof.fact import Fact, Level
from folkmoot.govern.proof.standing import Roster
from folkmoot.i18n import Message


def shared(one: State, other: State) -> list[Decision]:
    """Give the closed decisions that both have, in their order, up to where the histories part."""
    found = []
    for mine, theirs in zip(one.closed(), other.closed(), strict=False):
        if one.leaf(mine) != other.leaf(theirs):
            break
        found.append(mine)
    return found


def diverged(here: str, one: State, there: str, other: State, day: date) -> list[Fact]:
    """Tell how two communities, by name, came apart: what they share, and what differs on a day."""
    common = shared(one, other)
    if not common:
        return [Fact(Level.FOUND, "fork", there, "The two histories share no decision.")]
    text = Message("Decisions shared: {n}, the last is {file}.", {"n": len(common), "file": common[-1].file})
    found = [Fact(Level.FOUND, "fork", there, text)]
    for name, state in ((here, one), (there, other)):
        own = state.closed()[len(common) :]
        if not own:
            text = Message("{name} has closed nothing since.", {"name": name})
            found.append(Fact(Level.FOUND, "fork", name, text))
        for decision in own:
            assert decision.result is not None  # noqa: S101 - closed() gives only such
            values = {"name": name, "outcome": decision.result.outcome, "subject": decision.subject}
            text = Message("Only {name} decided: {subject} ({outcome}).", {**values})
            found.append(Fact(Level.FOUND, "fork", decision.file, text))
    rosters = (count_again(one)[0].roster, count_again(other)[0].roster)
    return found + _roles((here, there), rosters, day)


def _roles(names: tuple[str, str], rosters: tuple[Roster, Roster], day: date) -> list[Fact]:
    mine, theirs = (_held(roster, day) for roster in rosters)
    found = []
    for handle in sorted(mine.keys() | theirs.keys()):
        has, had = mine.get(handle, ""), theirs.get(handle, "")
        if has != had:
            values = {"here": names[0], "mine": has or "-", "there": names[1], "theirs": had or "-"}
            text = Message("In {here}: {mine}. In {there}: {theirs}.", {**values})
            found.append(Fact(Level.FOUND, "fork-roles", f"{FOLDER}/people/{handle}.toml", text))
    return found


def _held(roster: Roster, day: date) -> Mapping[str, str]:
    held = {
        handle: ", ".join(sorted({one.role for one in roles if one.holds_on(day)}))
        for handle, roles in roster.items()
    }
    return {handle: roles for handle, roles in held.items() if roles}
