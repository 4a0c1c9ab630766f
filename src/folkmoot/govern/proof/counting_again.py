"""One moment held against itself: every closed decision counted again, every role and rule derived anew.

Decisions form one chain by the order in which they closed, each naming the seal of the one before. So how
things stood before a decision follows from the decisions before it, and not from what anybody says it was.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from folkmoot.govern.files.decision import Decision, Grant, Result
from folkmoot.govern.files.governance import Action, digest_of, read_governance
from folkmoot.govern.files.person import Held
from folkmoot.govern.files.state import FOLDER, GOVERNANCE, State
from folkmoot.govern.proof.concluding import action_of, capped, conclude, is_late, may_withdraw
from folkmoot.govern.proof.fact import Fact, Level, violation
from folkmoot.govern.proof.standing import Standing, after, is_founding
from folkmoot.i18n import Message, say
from folkmoot.model.errors import FolkmootError


@dataclass(frozen=True)
class Step:
    """How things stood after one closed decision, and what was found about it."""

    standing: Standing
    facts: tuple[Fact, ...]


Steps = dict[str, Step]
"""Steps by the digest of all leaves up to this decision's, which say everything that a step rests on."""


def count_again(state: State, known: Steps | None = None) -> tuple[Standing, list[Fact]]:
    """Count every closed decision of one moment again and hold rules and roles against what follows.

    Gives how things stand and the facts. `known` may be shared between the moments of one history.
    """
    facts = [violation("unreadable", problem.file, problem.what) for problem in state.problems]
    standing = Standing()
    steps: Steps = {} if known is None else known
    key = ""
    for decision in state.closed():
        key = sha256(key.encode() + state.leaf(decision)).hexdigest()
        if key not in steps:
            steps[key] = _step(state, decision, standing)
        facts += steps[key].facts
        standing = steps[key].standing
    for decision in state.decisions.values():
        if decision.result is None:
            facts += _open(state, decision, standing)
    facts += _rules_in_force(state, standing)
    facts += _roster(state, standing)
    return standing, facts


def _step(state: State, decision: Decision, before: Standing) -> Step:
    result, name = decision.result, decision.file
    assert result is not None  # noqa: S101 - only closed decisions come here
    found: list[Fact] = []
    if result.sequence != before.sequence + 1:
        text = Message(
            "It says it closed as number {said}, but {due} is due: one is missing, or two closed at once.",
            {"said": result.sequence, "due": before.sequence + 1},
        )
        found.append(violation("order", name, text))
    if result.previous != before.seal:
        text = Message("It does not name the seal of the decision closed before it.")
        found.append(violation("chain", name, text))
    in_force = before.governance.digest if before.governance else ""
    if result.rules != in_force:
        text = Message("It names other rules than those that were in force when it closed.")
        found.append(violation("rules", name, text))
    if result.closed < decision.opened:
        found.append(violation("time", name, "It closed before it opened."))
    if result.ballots != ("" if is_founding(decision) else state.ballots_digest(decision.number)):
        found.append(violation("ballots", name, "Its ballots are not those that were counted."))
    found += _proposal(state, decision)
    if is_founding(decision):
        found += _founding(decision, before)
    elif result.outcome == "withdrawn":
        found += _withdrawal(decision, result, before)
    else:
        found += _outcome(state, decision, before)
    proposed = state.proposed_rules(decision.number)
    try:
        standing = after(before, decision, state.seal(decision), proposed)
    except FolkmootError as error:
        found.append(violation("rules", name, error.what))
        standing = after(before, decision, state.seal(decision), None)
    return Step(standing, tuple(found))


def _founding(decision: Decision, before: Standing) -> list[Fact]:
    name, result = decision.file, decision.result
    assert result is not None  # noqa: S101 - only closed decisions come here
    found = []
    if before.sequence or result.outcome != "founded":
        found.append(violation("founding", name, "Only the very first decision founds a community."))
    if decision.takes or not decision.governance:
        found.append(violation("founding", name, "A founding puts rules in force and takes nothing."))
    names = ", ".join(grant.handle for grant in decision.gives)
    said = Message("The community was founded by {names}.", {"names": names})
    return found or [Fact(Level.FOUND, "founded", name, said)]


def _withdrawal(decision: Decision, result: Result, before: Standing) -> list[Fact]:
    """Hold a withdrawal to be by somebody who may, and to decide nothing else."""
    name = decision.file
    if not may_withdraw(decision, result.by, before, result.closed.date()):
        text = Message("{who} withdrew it, who neither proposed it nor may withdraw it.", {"who": result.by})
        return [violation("withdrawal", name, text)]
    if result.electorate or result.winners or result.employers:
        return [violation("withdrawal", name, "What is withdrawn has no voters and no winners.")]
    return [Fact(Level.FOUND, "withdrawn", name, Message("{who} withdrew it.", {"who": result.by}))]


def _outcome(state: State, decision: Decision, before: Standing) -> list[Fact]:
    """Count one decision again and compare everything its result says."""
    name, result = decision.file, decision.result
    assert result is not None  # noqa: S101 - only closed decisions come here
    ballots = state.ballots.get(decision.number, {})
    if result.outcome == "founded":
        return [violation("outcome", name, "Only a founding founds.")]
    for voter, cast in sorted(ballots.items()):
        if cast.cast > result.closed:
            text = Message("{voter} voted after it was closed.", {"voter": voter})
            return [violation("late-ballot", name, text)]
    try:
        action = action_of(decision, before)
        found = terms(decision, action, before)
        employers = dict(result.employers)
        again = conclude(decision, ballots, before, result.closed, employers)
        needed = set(capped(decision, before, result.closed))
    except FolkmootError as error:
        return [violation("outcome", name, error.what)]
    if set(employers) != needed:
        found.append(violation("employers", name, "Its result records other employers than are needed."))
    if again.electorate != result.electorate:
        values = {"said": ", ".join(result.electorate), "found": ", ".join(again.electorate)}
        text = Message("It says {said} might vote; by the roles of that day it was {found}.", {**values})
        found.append(violation("electorate", name, text))
    if again.outcome != result.outcome:
        text = Message(
            "It says {said}; counted again it is {found}: {why}",
            {"said": result.outcome, "found": again.outcome, "why": " ".join(say(w) for w in again.why)},
        )
        found.append(violation("outcome", name, text))
    if again.winners != result.winners:
        values = {"said": ", ".join(result.winners), "found": ", ".join(again.winners)}
        found.append(
            violation("winners", name, Message("It says {said} won; counted again: {found}.", {**values}))
        )
    if not found:
        may_vote = {handle.casefold() for handle in again.electorate}
        text = Message(
            "Counted again: {outcome}. {n} might vote, {ballots} did. {why}",
            {
                "outcome": result.outcome,
                "n": len(again.electorate),
                "ballots": sum(voter.casefold() in may_vote for voter in ballots),
                "why": " ".join(say(why) for why in again.why),
            },
        )
        found.append(Fact(Level.FOUND, "counted", name, text))
    return found


def terms(decision: Decision, action: Action, before: Standing) -> list[Fact]:
    """Hold the terms of a decision against the action that decides it."""
    name, found = decision.file, []
    if (decision.closes - decision.opened) < timedelta(days=0 if _is_open_ended(action) else action.min_days):
        less = "It was to be open for less than {days} days."
        less = "It was to be open for less than a day." if action.min_days == 1 else less
        found.append(violation("time", name, Message(less, {"days": action.min_days})))
    grants: tuple[Grant, ...] = (*decision.gives, *decision.takes)
    for grant in grants:
        if grant.role not in action.roles:
            text = Message(
                "{action} may neither give nor take the role {role}.",
                {"action": action.name, "role": grant.role},
            )
            found.append(violation("power", name, text))
    for grant in decision.takes:
        if grant.handle.casefold() not in {
            handle.casefold() for handle in before.holders((grant.role,), decision.opened.date())
        }:
            text = Message("{who} did not hold the role {role}.", {"who": grant.handle, "role": grant.role})
            found.append(violation("power", name, text))
    if decision.governance and not action.changes_rules:
        text = Message("{action} may not change the rules.", {"action": action.name})
        found.append(violation("power", name, text))
    if action.election is not None and decision.gives:
        found.append(violation("power", name, "An election gives its role to whom it elects, nobody else."))
    if bool(decision.candidates) != (action.election is not None):
        found.append(violation("power", name, "Elections have candidates, and nothing else has."))
    return found


def _is_open_ended(action: Action) -> bool:
    """Tell whether the clock begins later than the opening, so that no day of closing can be named."""
    return action.rule is not None and action.rule.clock.value == "agreement"


def _proposal(state: State, decision: Decision) -> list[Fact]:
    proposed = state.proposed_rules(decision.number)
    if (digest_of(proposed) if proposed is not None else "") != decision.governance:
        text = Message("The rules in {folder}/ are not those it names.", {"folder": decision.folder})
        return [violation("rules", decision.file, text)]
    if proposed is not None:
        try:
            read_governance(f"{FOLDER}/decisions/{decision.folder}/{GOVERNANCE}", proposed)
        except FolkmootError as error:
            return [violation("rules", decision.file, error.what)]
    return []


def _open(state: State, decision: Decision, standing: Standing) -> list[Fact]:
    """Hold the terms of an open decision against the rules; ballots are counted when it closes."""
    found = _proposal(state, decision)
    try:
        action = action_of(decision, standing)
        found += terms(decision, action, standing)
    except FolkmootError as error:
        return [*found, violation("outcome", decision.file, error.what)]
    for voter, cast in sorted(state.ballots.get(decision.number, {}).items()):
        if is_late(decision, action, cast):
            text = Message("{voter} voted outside of the time in which it is open.", {"voter": voter})
            found.append(violation("late-ballot", decision.file, text))
    return found or [Fact(Level.FOUND, "open", decision.file, "It is open.")]


def _rules_in_force(state: State, standing: Standing) -> list[Fact]:
    place = f"{FOLDER}/{GOVERNANCE}"
    content = state.contents.get(GOVERNANCE)
    if standing.governance is None:
        return [violation("founding", place, "No decision has put rules in force.")] if state.contents else []
    if content is None:
        return [violation("rules", place, "It is missing, though rules are in force.")]
    if digest_of(content) != standing.governance.digest:
        return [violation("rules", place, "It differs from the rules that the last decision put in force.")]
    return [Fact(Level.FOUND, "rules", place, "The rules are those that were decided.")]


def _roster(state: State, standing: Standing) -> list[Fact]:
    """Hold the roles in people's files against those that follow from decisions, both ways."""
    found = []
    stated = {handle.casefold(): (handle, set(person.roles)) for handle, person in state.people.items()}
    due = {handle.casefold(): (handle, set(held)) for handle, held in standing.roster.items()}
    for key in sorted(stated.keys() | due.keys()):
        handle = (stated.get(key) or due[key])[0]
        place = f"{FOLDER}/people/{handle}.toml"
        has: set[Held] = stated.get(key, ("", set[Held]()))[1]
        should: set[Held] = due.get(key, ("", set[Held]()))[1]
        for held in sorted(has - should, key=repr):
            text = Message(
                "The role {role} does not follow from a decision as it stands.", {"role": held.role}
            )
            found.append(violation("role", place, text))
        for held in sorted(should - has, key=repr):
            values = {"role": held.role, "number": f"{held.decision:04d}"}
            text = Message(
                "The role {role}, which decision {number} gave, is missing or differs.", {**values}
            )
            found.append(violation("role", place, text))
        if has == should and has:
            names = ", ".join(sorted({f"{held.role} ({held.decision:04d})" for held in has}))
            text = Message("Every role follows from a decision: {names}.", {"names": names})
            found.append(Fact(Level.FOUND, "role", place, text))
        twice = len(has) != len(next((p.roles for h, p in state.people.items() if h.casefold() == key), ()))
        if twice:
            found.append(violation("role", place, "The same role of the same decision is there twice."))
    return found
