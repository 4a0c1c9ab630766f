"""The conditions of a rule held against a count: each met or not, with what was found in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from folkmoot.i18n import Message, Text
from folkmoot.i18n.message import Scalar
from folkmoot.model.ballot import Ballot
from folkmoot.model.rule import Of, Rule, Veto, shown


@dataclass(frozen=True)
class Count:
    """Who said what among those who may vote; `not_counted` are votes of others."""

    electorate: int
    yes: tuple[Ballot, ...] = ()
    no: tuple[Ballot, ...] = ()
    abstain: tuple[Ballot, ...] = ()
    silent: tuple[str, ...] = ()
    not_counted: tuple[Ballot, ...] = ()

    def in_words(self) -> tuple[Text, ...]:
        """Say the count in one sentence, and in another whose votes are not counted."""
        numbers: dict[str, Scalar] = {
            "n": self.electorate,
            "yes": len(self.yes),
            "no": len(self.no),
            "abstain": len(self.abstain),
            "silent": len(self.silent),
        }
        said: list[Text] = [
            Message(
                "May vote: {n}; {yes} said yes, {no} no, {abstain} abstained, {silent} did not answer.",
                numbers,
            )
        ]
        if self.not_counted:
            names = ", ".join(ballot.voter for ballot in self.not_counted)
            said.append(Message("Not counted, because they may not vote here: {names}.", {"names": names}))
        return tuple(said)


@dataclass(frozen=True)
class Condition:
    """One condition of a rule. `kind` is quorum, approval, stop or time; `met` None means nobody knows."""

    kind: str
    met: bool | None
    found: Text


def conditions(rule: Rule, count: Count, open_concerns: Sequence[str]) -> tuple[Condition, ...]:
    """Hold every condition but time against the count."""
    return (*_participation(rule, count), *_approval(rule, count), *_stops(rule, count, open_concerns))


def time_condition(rule: Rule, days: int | None) -> Condition | None:
    """Hold the time the rule asks for against the days that have passed; None where it asks for none."""
    if not rule.min_days:
        return None
    if days is None:
        text = "How long it was open is not known; days needed: {needed}."
        return Condition("time", None, Message(text, {"needed": rule.min_days}))
    numbers: dict[str, Scalar] = {"days": days, "needed": rule.min_days}
    if days >= rule.min_days:
        return Condition("time", True, Message("Days that have passed: {days}; needed: {needed}.", numbers))
    return Condition("time", False, Message("Days that have passed: only {days} of {needed}.", numbers))


def _participation(rule: Rule, count: Count) -> list[Condition]:
    found = []
    if rule.quorum or rule.min_cast:
        took_part = len(count.yes) + len(count.no) + (len(count.abstain) if rule.abstain_counts else 0)
        needed = rule.quorum_of(count.electorate)
        values: dict[str, Scalar] = {"n": took_part, "needed": needed, "electorate": count.electorate}
        met = took_part >= needed
        text = (
            "Quorum reached: {n} of {electorate} took part; needed: {needed}."
            if met
            else "No quorum: {n} of {electorate} took part; needed: {needed}."
        )
        found.append(Condition("quorum", met, Message(text, values)))
    if rule.max_silent is not None:
        met = len(count.silent) <= rule.max_silent
        silent: dict[str, Scalar] = {"n": len(count.silent), "most": rule.max_silent}
        text = "Without an answer: {n}; at most {most} may be missing."
        found.append(Condition("quorum", met, Message(text, silent)))
    return found


def _approval(rule: Rule, count: Count) -> list[Condition]:
    found = []
    yes, no = len(count.yes), len(count.no)
    if rule.min_yes:
        text = "{yes} voted yes; needed: {needed}."
        found.append(
            Condition("approval", yes >= rule.min_yes, Message(text, {"yes": yes, "needed": rule.min_yes}))
        )
    if rule.threshold is not None:
        whole = yes + no if rule.of is Of.CAST else count.electorate
        reached = yes > rule.threshold * whole if rule.strict else yes >= rule.threshold * whole
        # Without a single yes nothing is approved, not even by at least two thirds of nothing.
        met = reached and yes > 0
        values: dict[str, Scalar] = {"yes": yes, "whole": whole, "share": shown(rule.threshold)}
        found.append(Condition("approval", met, Message(_SHARES[rule.of, rule.strict], values)))
    return found


_SHARES = {
    (Of.CAST, True): "Of {whole} yes and no votes, yes: {yes}; more than {share} are needed.",
    (Of.CAST, False): "Of {whole} yes and no votes, yes: {yes}; at least {share} are needed.",
    (Of.ELECTORATE, True): "{yes} of {whole} who may vote said yes; more than {share} are needed.",
    (Of.ELECTORATE, False): "{yes} of {whole} who may vote said yes; at least {share} are needed.",
}


def _stops(rule: Rule, count: Count, open_concerns: Sequence[str]) -> list[Condition]:
    found = []
    if rule.veto is not Veto.NONE:
        vetoes = [b.voter for b in count.no if rule.veto is Veto.ANY or b.reason.strip()]
        void = [b.voter for b in count.no if b.voter not in vetoes]
        text: Text = "Nobody vetoed it."
        if vetoes:
            text = Message("Vetoed by {names}.", {"names": ", ".join(vetoes)})
        elif void:
            text = Message("No veto holds: {names} gave no reason.", {"names": ", ".join(void)})
        found.append(Condition("stop", not vetoes, text))
    if rule.blocking_concerns:
        text = "No concern is unanswered."
        if open_concerns:
            text = Message("Concerns of {names} are unanswered.", {"names": ", ".join(sorted(open_concerns))})
        found.append(Condition("stop", not open_concerns, text))
    return found
