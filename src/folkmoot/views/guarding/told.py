"""The answers of a profile in the order in which somebody should read them, under headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from folkmoot.checks import all_checks
from folkmoot.fixes import fix_of
from folkmoot.i18n import Message, Text, say
from folkmoot.model.audit import Answer
from folkmoot.model.check import Finding, Outcome, Risk
from folkmoot.views.guarding.deciding import FIRST_ROOM
from folkmoot.views.guarding.first import FIRST, in_order, of_a_weekend
from folkmoot.views.guarding.same import told_once

Section = tuple[Text, Sequence[Answer]]
THREE = "These three, this weekend:"
FEWER = "This weekend:"
THEN = "After that:"
SMALL = "Small things, when there is time:"
UNREADABLE = "Could not be checked:"
UNKNOWN = "Not known, and what would settle it:"
FINE = "In place, or not asked of a project like this one:"


def first_things_first(answers: Sequence[Answer]) -> list[Section]:
    """Give the answers in sections: three things to do, the rest, small risks, what is unknown, what is fine.

    Of answers that say the same, one is told.
    """
    by_id = {answer.finding.id: answer for answer in answers}
    told = told_once(answer.finding for answer in answers)
    acting = [by_id[finding.id] for finding in in_order(told)]

    def having(*outcomes: Outcome) -> list[Answer]:
        return [by_id[finding.id] for finding in told if finding.outcome in outcomes]

    first = of_a_weekend([answer.finding for answer in acting])
    sections: list[Section] = [
        (THREE if len(first) == FIRST else FEWER, [by_id[finding.id] for finding in first]),
        (THEN, [each for each in acting if each.finding not in first and each.finding.risk is not Risk.LOW]),
        (SMALL, [each for each in acting if each.finding.risk is Risk.LOW]),
        (UNREADABLE, having(Outcome.ERROR)),
        (UNKNOWN, having(Outcome.UNKNOWN)),
        (FINE, having(Outcome.YES, Outcome.NOT_APPLICABLE)),
    ]
    return [
        (heading, [replace(answer, finding=advised(answer.finding)) for answer in inside])
        for heading, inside in sections
    ]


def advised(finding: Finding) -> Finding:
    """Give a finding with the advice that fits its outcome.

    A "no" names the command that writes the edit, where there is one. What is unknown says what would settle
    it, and not how to mend what may be well: there the evidence tells, and the remedy would mislead.
    """
    if finding.outcome is Outcome.NO and (fix := fix_of(finding.id)) and fix.fits(finding):
        offer = say(Message(fix.offer, {"fix": fix.id}))
        told = Message("{remedy} {offer}", {"remedy": say(finding.remedy), "offer": offer})
        return replace(finding, remedy=told)
    is_about_mending = finding.scored is not None or finding.id in all_checks(FIRST_ROOM)
    if finding.outcome is Outcome.UNKNOWN and is_about_mending:
        return replace(finding, remedy="", effort="")
    return finding
