"""Votes on record, and elections that are announced, as entries of a list."""

from __future__ import annotations

from folkmoot.govern.audit.written_rules import Action, WrittenRules
from folkmoot.govern.tally import Parameters, method, tally
from folkmoot.i18n import Message, Text
from folkmoot.i18n.message import Scalar
from folkmoot.model.ballot import Answer, Poll
from folkmoot.model.errors import FolkmootError
from folkmoot.model.event import DAY
from folkmoot.model.page import Entry
from folkmoot.views.governing.records import Announced, Recorded
from folkmoot.views.governing.telling import Names, day_of, days_until, quoted, short, told

HOW = "How was this decided?"
OPEN_FOR = "It is open for at least {days} days."
NO_RULE = "The record does not say by which rule it was decided."
MOST_OPTIONS, MOST_BALLOTS = 60, 20_000
"""Larger elections are not counted again for a report; `folkmoot tally` counts them."""
RECORDED, NO_RESULT = "recorded", "no result"


def has_result(poll: Poll) -> bool:
    """Tell whether a record says what came out, or holds the ballots from which it follows."""
    return bool(poll.ballots or poll.outcome or poll.winners)


def recorded_entry(record: Recorded, rules: WrittenRules, names: Names) -> Entry:
    """Give one vote on record."""
    poll = record.poll
    facts: list[Text] = []
    if record.landed is not None:
        facts.append(Message("On record since {day}.", {"day": day_of(record.landed.when)}))
    facts += _counted(poll)
    facts += _outcome(poll, names)
    title = "A vote" if names.are_aliases else told(poll.title)
    state = RECORDED if has_result(poll) else NO_RESULT
    return Entry(names.mark(record.path), title, state, tuple(facts), HOW, tuple(_how(record, rules, names)))


def announced_entry(announced: Announced, now: int) -> Entry:
    """Give an election that has no ballots yet."""
    values: dict[str, str | int | float] = {
        "day": day_of(announced.ends),
        "days": max(1, days_until(announced.ends, now)),
    }
    facts: list[Text] = []
    if announced.starts > now:
        facts.append(Message("Voting begins on {day}.", {"day": day_of(announced.starts)}))
    if announced.ends > now and announced.ends - now <= DAY:
        facts.append(Message("Voting ends on {day}, within a day.", values))
    elif announced.ends > now:
        facts.append(Message("Voting ends on {day}, in {days} days.", values))
    else:
        facts.append(
            Message("Voting ended on {day}; no ballots or result in a known form lie beside it.", values)
        )
    if announced.seats:
        facts.append(Message("Seats to fill: {seats}.", {"seats": announced.seats}))
    state = "announced" if announced.starts > now else "open" if announced.ends > now else NO_RESULT
    where = Message("Its settings are in {path}.", {"path": short(announced.path)})
    return Entry(
        announced.path, told(announced.title), state, tuple(facts), "Where does this stand?", (where,)
    )


def _counted(poll: Poll) -> list[Text]:
    if not poll.ballots:
        return ["The record names no votes."] if not poll.outcome and not poll.winners else []
    cast = sum(ballot.weight for ballot in poll.ballots)
    if any(ballot.answer is None for ballot in poll.ballots):
        options = {"ballots": cast, "options": len(poll.options)}
        return [Message("Ballots: {ballots}; options: {options}.", {**options})]
    said = {answer.value: sum(b.weight for b in poll.ballots if b.answer is answer) for answer in Answer}
    counted: list[Text] = [Message("{yes} said yes, {no} no, {abstain} abstained.", {**said})]
    if any(ballot.binding is not None for ballot in poll.ballots):
        binding = sum(b.weight for b in poll.ballots if b.binding and b.answer is Answer.YES)
        counted.append(Message("Marked as binding among the yes: {binding}.", {"binding": binding}))
    return counted


def _outcome(poll: Poll, names: Names) -> list[Text]:
    """Give what the record itself says came out, in its own words."""
    if names.are_aliases:
        return []
    if poll.winners:
        return [Message("The record names as outcome: {winners}", {"winners": quoted(poll.winners[:10])})]
    if poll.outcome:
        return [Message("The record says: “{outcome}”", {"outcome": short(poll.outcome)})]
    return []


def _how(record: Recorded, rules: WrittenRules, names: Names) -> list[Text]:
    poll = record.poll
    said: list[Text] = []
    is_election = any(ballot.answer is None for ballot in poll.ballots)
    action = None if is_election else rules.action_for(poll.title)
    if action is not None:
        said += _rule_in_words(action, rules, poll)
    elif is_election:
        said += _counted_again(poll, names)
    else:
        said.append(NO_RULE)
    said += () if names.are_aliases else poll.notes[:5]
    if not names.are_aliases:
        said.append(Message("It stands in {path}.", {"path": short(record.path)}))
        if record.landed is not None:
            said.append(Message("Commit {commit} brought it.", {"commit": record.landed.commit[:12]}))
    return said


def _rule_in_words(action: Action, rules: WrittenRules, poll: Poll) -> list[Text]:
    """Say the written rule that a vote's title names, and what the record lacks for it."""
    approval = action.approval
    values: dict[str, Scalar] = {"path": short(rules.path), "line": action.line, "action": short(action.name)}
    said: list[Text] = [Message("By the rule for “{action}” in {path}, line {line}:", values)]
    if approval.min_yes:
        said.append(Message("Binding votes that say yes: {n} or more.", {"n": approval.min_yes}))
    if approval.has_veto:
        said.append("No binding vote says no.")
    if approval.share:
        share = f"{approval.share[0]}/{approval.share[1]}"
        said.append(Message("At least {share} of those who may vote say yes.", {"share": share}))
    if action.min_days:
        text = "It is open for at least a day." if action.min_days == 1 else OPEN_FOR
        said.append(Message(text, {"days": action.min_days}))
    marked = [ballot.binding for ballot in poll.ballots if ballot.binding is not None]
    binding = sum(bool(ballot.binding) and ballot.answer is Answer.YES for ballot in poll.ballots)
    if approval.min_yes and marked and binding < approval.min_yes:
        lacking = {"found": binding, "needed": approval.min_yes}
        said.append(Message("The record marks {found} as binding, where {needed} are needed.", {**lacking}))
    return said


def _counted_again(poll: Poll, names: Names) -> list[Text]:
    """Count an election again by Schulze's method, the one for rankings and scores that most of them use."""
    if len(poll.options) > MOST_OPTIONS or len(poll.ballots) > MOST_BALLOTS:
        return ["It is too large to be counted again here; `folkmoot tally` counts it."]
    if not poll.seats:
        return ["How many seats it filled is not on record; `folkmoot tally FILE --seats N` counts it again."]
    try:
        limit, employers = poll.employer_cap, poll.employers
        found = tally(poll, "schulze", Parameters(seats=poll.seats, employer_cap=limit, employers=employers))
    except FolkmootError:
        return ["Its ballots cannot be counted again by Schulze's method."]
    said: list[Text] = [
        "By which method the community counts is not in the record; here it is counted again by Schulze's:",
        method("schulze").says,
    ]
    if any(not tie.settled for tie in found.ties):
        said.append("So counted it is a tie, which the ballots alone do not break.")
    elif not names.are_aliases:
        said.append(
            Message(
                "So counted, the first is: {winners}"
                if poll.seats == 1
                else "So counted, the first are: {winners}",
                {"winners": quoted(found.winners)},
            )
        )
        if poll.winners and {_folded(name) for name in found.winners} == {
            _folded(name) for name in poll.winners
        }:
            said.append("That is what the record says.")
        elif poll.winners:
            told_there = quoted(poll.winners)
            said.append(Message("The published result names others: {winners}", {"winners": told_there}))
    if poll.employers and poll.employer_cap is None:
        said.append("A limit of seats per employer is not applied here.")
    elif poll.employer_cap is not None:
        cap = {"n": poll.employer_cap}
        said.append(Message("Its settings limit the seats of one employer: at most {n}.", {**cap}))
    return said


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
