"""Maintainers come from two organisations.

Question:
    Do maintainers work for at least two organisations?

Why it matters:
    A project survives a change of plans in one company only if somebody elsewhere can go on.

How it is counted:
    Employers stated in any file of roles; two different ones, one and an independent person, or two
    independent people are enough.

What it does not tell:
    Who would really go on.

References:
    https://contribute.cncf.io/maintainers/governance/
"""

from __future__ import annotations

from folkmoot.govern.audit.practice import Practice
from folkmoot.govern.audit.rule import AuditRule, Verdict, judged, unknown
from folkmoot.govern.roles.tenure import employment
from folkmoot.i18n import Message
from folkmoot.model.audit import Evidence, Level


def _decide(practice: Practice) -> Verdict:
    found = employment(practice.listings)
    if found.people == found.unknown:
        return unknown("Nobody in a role states an employer.")
    stating = found.people - found.unknown
    if len(found.employers) > 1 or (found.largest is None and stating > 1):
        return judged((), found.people)
    text = "All {n} people who state an employer state {employer}."
    values: dict[str, str | int | float] = {
        "n": stating,
        "employer": found.employers[0][0],
    }
    return judged([Evidence(Message(text, values))], found.people)


RULE = AuditRule(
    id="two-organisations",
    version=1,
    title="Maintainers come from two organisations",
    question="Do maintainers work for at least two organisations?",
    level=Level.NOTE,
    why=("A project survives a change of plans in one company only if somebody elsewhere can go on."),
    remedy=("Invite people from another organisation to review; many maintainers began that way."),
    effort="months",
    decide=_decide,
    definition="https://contribute.cncf.io/maintainers/governance/",
    order=160,
)
