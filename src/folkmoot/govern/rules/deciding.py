"""What follows from votes under a rule: a pure function of ballots, electorate and rule."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from folkmoot.govern.rules.conditions import Condition, Count, conditions, time_condition
from folkmoot.i18n import Message, Text
from folkmoot.model.ballot import Answer, Ballot
from folkmoot.model.errors import UsageError
from folkmoot.model.rule import Rule


class Outcome(StrEnum):
    """What became of a proposal. NO_QUORUM: too few took part. BLOCKED: a veto or an unanswered concern."""

    PASSED = "passed"
    REJECTED = "rejected"
    NO_QUORUM = "no quorum"
    BLOCKED = "blocked"
    OPEN = "open"


@dataclass(frozen=True)
class Concern:
    """A concern on record, and whether it was answered (or taken back)."""

    by: str
    text: str = ""
    answered: bool = False


@dataclass(frozen=True)
class Decision:
    """The outcome, why, and the working: who counted how, and each condition with what was found.

    `conditions` are those of `rule`: the rule asked, or the easier, later one where it took over.
    """

    outcome: Outcome
    why: tuple[Text, ...]
    working: tuple[Text, ...]
    count: Count
    conditions: tuple[Condition, ...]
    rule: Rule


def decide(
    rule: Rule,
    ballots: Sequence[Ballot],
    electorate: Collection[str],
    *,
    days: int | None = None,
    closed: bool = True,
    concerns: Sequence[Concern] = (),
    excused: Collection[str] = (),
    documented: bool = False,
) -> Decision:
    """Decide by `rule` over answer ballots. Handles are compared without regard to upper and lower case.

    `days` is how many whole days the rule's clock has run, None when nobody knows; `closed` says that no more
    votes will come. `excused` are silent members left out of the electorate, which the rule must allow.
    `documented` says that what `rule.later_needs` asks for is on record.
    Raises UsageError for a ballot that is no answer, two ballots of one voter, or an excuse the rule has not.
    """
    members = _members(rule, ballots, electorate, excused)
    decision = _by(rule, _count(ballots, members), days, closed, concerns, members)
    later = rule.later
    if (
        later is None
        or decision.outcome in {Outcome.PASSED, Outcome.BLOCKED}
        or days is None
        or days < later.min_days
        or (rule.later_needs and not documented)
    ):
        return decision
    taken_over = _by(later, decision.count, days, closed, concerns, members)
    note = Message("Days that have passed: {days}, so the easier rule holds.", {"days": days})
    return replace(taken_over, working=(*taken_over.working, note))


def _members(
    rule: Rule, ballots: Sequence[Ballot], electorate: Collection[str], excused: Collection[str]
) -> frozenset[str]:
    if excused and not rule.excusing:
        raise UsageError(
            f"The rule {rule.name!r} leaves nobody out of the electorate.",
            hint="leave nobody out, or decide by another rule.",
        )
    voters = {ballot.voter.casefold() for ballot in ballots}
    left_out = {name.casefold() for name in excused}
    if left_out & voters:
        raise UsageError(
            f"{min(left_out & voters)!r} cannot be left out for silence: they voted.",
            hint="take them out of those left out.",
        )
    return frozenset(name.casefold() for name in electorate) - left_out


def _count(ballots: Sequence[Ballot], members: frozenset[str]) -> Count:
    said: dict[str, Ballot] = {}
    for ballot in ballots:
        key = ballot.voter.casefold()
        if ballot.answer is None or not key:
            raise UsageError(
                "A yes/no decision needs ballots that name their voter and say yes, no or abstain.",
                hint="look at what the ballots of this vote hold; an election is counted by its own method.",
            )
        if key in said:
            raise UsageError(f"{ballot.voter!r} voted twice.", hint="keep the one that counts.")
        said[key] = ballot
    counted = [ballot for key, ballot in sorted(said.items()) if key in members]

    def of(answer: Answer) -> tuple[Ballot, ...]:
        return tuple(ballot for ballot in counted if ballot.answer is answer)

    return Count(
        electorate=len(members),
        yes=of(Answer.YES),
        no=of(Answer.NO),
        abstain=of(Answer.ABSTAIN),
        silent=tuple(sorted(members - set(said))),
        not_counted=tuple(ballot for key, ballot in sorted(said.items()) if key not in members),
    )


def _by(
    rule: Rule,
    count: Count,
    days: int | None,
    closed: bool,
    concerns: Sequence[Concern],
    members: frozenset[str],
) -> Decision:
    open_concerns = [concern.by for concern in concerns if not concern.answered]
    held = conditions(rule, count, open_concerns)
    time = time_condition(rule, days)
    missing = [condition for condition in held if not condition.met]
    if time is not None and time.met is False and not (rule.early_close and _settled(rule, count, members)):
        outcome, why = Outcome.OPEN, [time.found]
    elif any(condition.kind == "stop" for condition in missing):
        outcome, why = Outcome.BLOCKED, [c.found for c in missing if c.kind == "stop"]
    elif not missing:
        outcome, why = Outcome.PASSED, [condition.found for condition in held] or ["Nobody objected."]
    elif not closed:
        outcome, why = Outcome.OPEN, [condition.found for condition in missing]
    elif any(condition.kind == "quorum" for condition in missing):
        outcome, why = Outcome.NO_QUORUM, [c.found for c in missing if c.kind == "quorum"]
    else:
        outcome, why = Outcome.REJECTED, [condition.found for condition in missing]
    every = (*held, time) if time is not None else tuple(held)
    if time is not None and time.met is None and outcome is not Outcome.OPEN:
        why.append(time.found)
    working = (*count.in_words(), *(condition.found for condition in every))
    return Decision(outcome, tuple(why), working, count, every, rule)


def _settled(rule: Rule, count: Count, members: frozenset[str]) -> bool:
    """Tell whether the outcome is the same however the silent members answer.

    All yes is the best that can happen and all no or nothing the worst: no mixture lies outside of these.
    """

    def met(answer: Answer | None) -> bool:
        if answer is None:
            supposed = count
        else:
            more = tuple(Ballot(voter=name, answer=answer, reason="supposed") for name in count.silent)
            supposed = replace(
                count,
                silent=(),
                yes=count.yes + more if answer is Answer.YES else count.yes,
                no=count.no + more if answer is Answer.NO else count.no,
                abstain=count.abstain + more if answer is Answer.ABSTAIN else count.abstain,
            )
        return all(condition.met for condition in conditions(rule, supposed, []))

    return bool(members) and len({met(answer) for answer in (None, *Answer)}) == 1
