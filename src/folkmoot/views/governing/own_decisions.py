"""The decisions in a community's own `.folkmoot/` as entries: what each still needs, what came out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from folkmoot.govern.files.decision import Decision
from folkmoot.govern.files.governance import FOUNDING, Action, digest_of, read_governance
from folkmoot.govern.files.state import GOVERNANCE, State
from folkmoot.govern.proof.concluding import action_of
from folkmoot.govern.proof.life import sound_standing
from folkmoot.govern.proof.standing import Standing
from folkmoot.govern.rules import Concern, decide
from folkmoot.govern.rules.conditions import Condition
from folkmoot.i18n import Message, Text, say
from folkmoot.model.ballot import Answer, Ballot
from folkmoot.model.errors import FolkmootError
from folkmoot.model.page import Entry
from folkmoot.views.governing.telling import Names, days_until, short, told

RULE = "By which rule?"
RULES_GONE = (
    "The rules of that day are not among the files any more; `folkmoot verify` reads them from the history."
)
FOUNDED = "No rule could decide it yet: it is the decision that begins the community."


@dataclass
class OwnDecisions:
    """The state of `.folkmoot/` at the tip, looked at as of `now`."""

    state: State
    now: datetime
    names: Names

    @cached_property
    def problem(self) -> Text:
        """Say why nothing here can be believed; "" where it can."""
        if self.state.problems:
            first = self.state.problems[0]
            if self.names.are_aliases:  # the files of people and of ballots are called as they are
                return "One of its files cannot be read."
            return Message("{file}: {what}", {"file": short(first.file), "what": short(say(first.what), 300)})
        try:
            _ = self.standing
        except FolkmootError as error:
            return told(error.what) if not self.names.are_aliases else "The files contradict one another."
        return ""

    @cached_property
    def standing(self) -> Standing:
        """Give how things stand after the closed decisions. Raises UsageError where they do not follow."""
        return sound_standing(self.state)

    @cached_property
    def open(self) -> list[Decision]:
        """Give the open decisions, the one that closes first before the others."""
        found = [decision for decision in self.state.decisions.values() if decision.result is None]
        return sorted(found, key=lambda one: (one.closes, one.number))

    @cached_property
    def closed(self) -> list[Decision]:
        """Give the closed decisions, the newest first."""
        return self.state.closed()[::-1]

    def open_entry(self, decision: Decision) -> Entry:
        """Give an open decision: when it closes, what it still needs, and the rule in words."""
        facts: list[Text] = [self._countdown(decision)]
        details: list[Text] = []
        try:
            action = action_of(decision, self.standing)
            voters = self.standing.electorate(action, self.now.date())
            facts += self._missing(decision, action, voters)
            details += action.in_words()
            details.append(Message("People who may vote: {n}.", {"n": len(voters)}))
        except FolkmootError as error:
            why = "its files" if self.names.are_aliases else short(error.what, 300)
            facts.append(Message("It cannot be counted yet: {why}", {"why": why}))
        state = "open" if decision.closes > self.now else "to be closed"
        return Entry(
            f"{decision.number:04d}",
            self.title(decision),
            state,
            tuple(facts),
            RULE,
            self._with_file(details, decision),
        )

    def closed_entry(self, decision: Decision) -> Entry:
        """Give a closed decision: what came out, what it changed, and the rule in words."""
        result = decision.result
        assert result is not None  # noqa: S101 - only closed decisions come here
        facts: list[Text] = [Message("Closed on {day}.", {"day": result.closed.date().isoformat()})]
        answers = [cast.ballot.answer for cast in self.state.ballots.get(decision.number, {}).values()]
        if answers:
            values = {answer.value: answers.count(answer) for answer in Answer} | {
                "n": len(answers),
                "of": len(result.electorate),
            }
            text = "{n} of {of} voted: {yes} yes, {no} no, {abstain} abstained."
            facts.append(Message(text if None not in answers else "{n} of {of} voted.", {**values}))
        if result.winners:
            winners = ", ".join(map(self.names.handle, result.winners[:20]))
            facts.append(Message("Elected: {names}.", {"names": winners}))
        for text, grants in (
            ("{who} became {role}.", decision.gives),
            ("{who} is no longer {role}.", decision.takes),
        ):
            facts += (
                Message(text, {"who": self.names.handle(grant.handle), "role": short(grant.role)})
                for grant in grants[:20]
            )
        if decision.supersedes:
            facts.append(Message("It replaces decision {number}.", {"number": f"{decision.supersedes:04d}"}))
        details = [*self._rule_of(decision, result.rules)]
        return Entry(
            f"{decision.number:04d}",
            self.title(decision),
            result.outcome,
            tuple(facts),
            RULE,
            self._with_file(details, decision),
        )

    def title(self, decision: Decision) -> Text:
        """Give what a decision is called: its number alone where nobody may be recognised."""
        number = f"{decision.number:04d}"
        if self.names.are_aliases:
            return Message("Decision {number}", {"number": number})
        return Message("{number}: {subject}", {"number": number, "subject": short(decision.subject)})

    def _with_file(self, details: Sequence[Text], decision: Decision) -> tuple[Text, ...]:
        if self.names.are_aliases:
            return tuple(details)
        return (*details, Message("It stands in {path}.", {"path": f".folkmoot/decisions/{decision.file}"}))

    def _countdown(self, decision: Decision) -> Text:
        days = days_until(int(decision.closes.timestamp()), int(self.now.timestamp()))
        values: dict[str, str | int | float] = {"day": decision.closes.date().isoformat(), "days": days}
        if decision.closes <= self.now:
            return Message("It was open until {day} and waits for `folkmoot decide close`.", values)
        if days <= 1:
            return Message("It closes on {day}, within a day.", values)
        return Message("It closes on {day}, in {days} days.", values)

    def _missing(self, decision: Decision, action: Action, voters: tuple[str, ...]) -> list[Text]:
        """Say what is not met yet, one sentence for each condition."""
        lacking = [
            one
            for one in self._conditions(decision, action, voters)
            if one.met is False and one.kind != "time"
        ]
        if not lacking:
            return ["Nothing is missing but time: as the votes stand, it meets its rule."]
        said: list[Text] = ["Still missing:"]
        for one in lacking:
            named = one.kind == "stop" and self.names.are_aliases
            said.append("A veto or an unanswered concern stands against it." if named else one.found)
        return said

    def _conditions(self, decision: Decision, action: Action, voters: tuple[str, ...]) -> Sequence[Condition]:
        casts = self.state.ballots.get(decision.number, {})
        days = (self.now - decision.opened).days
        if action.election is not None:
            present = [Ballot(voter=name, answer=Answer.ABSTAIN) for name in casts]
            return decide(action.election.turnout, present, voters, days=days, closed=False).conditions
        assert action.rule is not None  # noqa: S101 - what is no election has a rule
        concerns = [
            Concern(name, cast.concern, bool(cast.resolved)) for name, cast in casts.items() if cast.concern
        ]
        ballots = [cast.ballot for cast in casts.values()]
        return decide(action.rule, ballots, voters, days=days, closed=False, concerns=concerns).conditions

    def _rule_of(self, decision: Decision, digest: str) -> tuple[Text, ...]:
        """Say the rule of that day: the rules in force then are named by their digest."""
        if decision.action == FOUNDING:
            return (FOUNDED,)
        for path, content in self.state.contents.items():
            if path.rpartition("/")[2] == GOVERNANCE and digest_of(content) == digest:
                try:
                    action = read_governance(path, content).actions.get(decision.action)
                except FolkmootError:
                    continue
                if action is not None:
                    return action.in_words()
        return (RULES_GONE,)
