"""What a decision comes to: a pure function of it, its ballots, the standing before it and the time.

The command that closes a decision and the verification that counts it again both ask here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from folkmoot.govern.files.ballot import Cast
from folkmoot.govern.files.decision import Decision
from folkmoot.govern.files.governance import Action, Election
from folkmoot.govern.proof.standing import Standing
from folkmoot.govern.rules import Concern, Outcome, decide
from folkmoot.govern.tally import Parameters, Table, tally
from folkmoot.i18n import Message, Text
from folkmoot.model.ballot import Answer, Ballot, Poll
from folkmoot.model.errors import UsageError
from folkmoot.model.rule import Clock

OPEN = "open"


@dataclass(frozen=True)
class Conclusion:
    """The outcome ("open" while it cannot be closed), why, who may vote, and the working in words."""

    outcome: str
    why: tuple[Text, ...]
    electorate: tuple[str, ...]
    working: tuple[Text, ...] = ()
    winners: tuple[str, ...] = ()


def conclude(
    decision: Decision,
    ballots: Mapping[str, Cast],
    standing: Standing,
    now: datetime,
    employers: Mapping[str, str],
) -> Conclusion:
    """Conclude a decision at a time. `employers` are the candidates', where an election caps them.

    Raises UsageError when the action does not exist or the ballots do not fit it.
    """
    action = action_of(decision, standing)
    electorate = standing.electorate(action, now.date())
    late = [name for name, cast in sorted(ballots.items()) if is_late(decision, action, cast)]
    if late:
        raise UsageError(
            f"{late[0]!r} voted outside of the time in which {decision.file} was open.",
            hint="`folkmoot verify` names each ballot that does not count.",
        )
    if action.election is not None:
        return _elected(decision, action.election, ballots, standing, electorate, now, employers)
    return _decided(decision, action, ballots, electorate, now)


def action_of(decision: Decision, standing: Standing) -> Action:
    """Give the action by which a decision is decided. Raises UsageError when the rules have none such."""
    actions = standing.governance.actions if standing.governance else {}
    if decision.action not in actions:
        raise UsageError(
            f"The rules in force know no action {decision.action!r}.",
            hint=f"actions are {', '.join(sorted(actions))}." if actions else "",
        )
    return actions[decision.action]


def has_deadline(action: Action) -> bool:
    """Tell whether votes after `closes` come too late; some rules go on until they are met."""
    if action.rule is None:
        return True
    return bool(action.rule.min_days) and action.rule.later is None and action.rule.clock is Clock.OPENING


def is_late(decision: Decision, action: Action, cast: Cast) -> bool:
    """Tell whether a ballot was cast before the opening or after the deadline."""
    return cast.cast < decision.opened or (has_deadline(action) and cast.cast > decision.closes)


def _decided(
    decision: Decision,
    action: Action,
    ballots: Mapping[str, Cast],
    electorate: tuple[str, ...],
    now: datetime,
) -> Conclusion:
    rule = action.rule
    assert rule is not None  # noqa: S101 - what is no election has a rule
    votes = [cast.ballot for cast in ballots.values()]
    if any(ballot.answer is None for ballot in votes):
        raise UsageError(
            f"{decision.file} asks yes or no, and a ballot answers something else.",
            hint="`folkmoot verify` names the ballot; who cast it may cast another.",
        )
    concerns = [
        Concern(name, cast.concern, bool(cast.resolved)) for name, cast in ballots.items() if cast.concern
    ]
    start = decision.opened
    if rule.clock is Clock.AGREEMENT:
        start = _agreed(decision, action, ballots, electorate) or now
    days = (now - start).days
    closed = now >= decision.closes
    found = decide(rule, votes, electorate, days=days, closed=closed, concerns=concerns)
    outcome, why = found.outcome.value, found.why
    if not closed and not rule.early_close:
        outcome, why = OPEN, (_until(decision),)
    return Conclusion(outcome, why, electorate, found.working)


def _until(decision: Decision) -> Text:
    closes = decision.closes.strftime("%Y-%m-%d %H:%M")
    return Message("It is open until {closes} UTC.", {"closes": closes})


def _agreed(
    decision: Decision, action: Action, ballots: Mapping[str, Cast], electorate: tuple[str, ...]
) -> datetime | None:
    """Give since when all conditions but time have been met without a break; None while they are not."""
    rule = action.rule
    assert rule is not None  # noqa: S101 - only rules have a clock
    timeless = replace(rule, min_days=0)
    since: datetime | None = None
    for moment in sorted({decision.opened, *(cast.cast for cast in ballots.values())}):
        there = {name: cast for name, cast in ballots.items() if cast.cast <= moment}
        concerns = [Concern(name, c.concern, bool(c.resolved)) for name, c in there.items() if c.concern]
        met = decide(timeless, [c.ballot for c in there.values()], electorate, days=0, concerns=concerns)
        since = (since or moment) if met.outcome is Outcome.PASSED else None
    return since


def _elected(
    decision: Decision,
    election: Election,
    ballots: Mapping[str, Cast],
    standing: Standing,
    electorate: tuple[str, ...],
    now: datetime,
    employers: Mapping[str, str],
) -> Conclusion:
    if now < decision.closes:
        return Conclusion(OPEN, (_until(decision),), electorate)
    if any(cast.ballot.answer is not None for cast in ballots.values()):
        raise UsageError(
            f"{decision.file} elects people, and a ballot answers yes or no.",
            hint="`folkmoot verify` names the ballot; who cast it may cast another.",
        )
    known = {handle.casefold() for handle in electorate}
    counted = [cast.ballot for name, cast in sorted(ballots.items()) if name.casefold() in known]
    turnout = decide(
        election.turnout,
        [Ballot(voter=ballot.voter, answer=Answer.ABSTAIN) for ballot in counted],
        electorate,
        days=(now - decision.opened).days,
    )
    missing = [condition.found for condition in turnout.conditions if condition.met is False]
    if missing or not counted:
        return Conclusion(
            Outcome.NO_QUORUM.value, tuple(missing) or ("Nobody voted.",), electorate, turnout.working
        )
    parameters = Parameters(
        seats=decision.seats or election.seats,
        unranked=election.unranked,
        strength=election.strength,
        seed=decision.seed,
        employer_cap=election.employer_cap,
        employers=employers,
        sitting=_sitting(decision, standing, now, employers) if election.employer_cap else {},
    )
    poll = Poll("folkmoot", decision.subject, tuple(counted), options=decision.candidates)
    found = tally(poll, election.method, parameters)
    working = (*turnout.working, *(step for step in found.steps if not isinstance(step, Table)))
    open_ties = [tie for tie in found.ties if not tie.settled]
    if open_ties:
        names = ", ".join(open_ties[0].candidates)
        why = Message("The votes do not decide between {names}.", {"names": names})
        return Conclusion("tied", (why,), electorate, working)
    said = Message("Elected: {names}.", {"names": ", ".join(found.winners)})
    return Conclusion("elected", (said,), electorate, working, found.winners)


def _sitting(
    decision: Decision, standing: Standing, now: datetime, employers: Mapping[str, str]
) -> dict[str, int]:
    """Give the seats that employers hold beyond those being filled, of people whose employer is recorded."""
    roles = action_of(decision, standing).roles
    holders = standing.holders(roles, now.date())
    standing_again = {name.casefold() for name in decision.candidates}
    counts = Counter(
        employers[handle] for handle in holders
        if handle.casefold() not in standing_again and employers.get(handle)
    )  # fmt: skip
    return dict(counts)


def may_withdraw(decision: Decision, who: str, standing: Standing, day: date) -> bool:
    """Tell whether somebody may withdraw a decision: its proposer, or by a role that its action names."""
    if who.casefold() == decision.proposer.casefold():
        return True
    actions = standing.governance.actions if standing.governance else {}
    roles = actions[decision.action].withdrawal if decision.action in actions else ()
    return who.casefold() in {handle.casefold() for handle in standing.holders(roles, day)}


def capped(decision: Decision, standing: Standing, now: datetime) -> tuple[str, ...]:
    """Give whose employer an election needs to know: candidates and those who sit; nobody without a cap."""
    action = action_of(decision, standing)
    if action.election is None or action.election.employer_cap is None:
        return ()
    return tuple(sorted({*decision.candidates, *standing.holders(action.roles, now.date())}))
