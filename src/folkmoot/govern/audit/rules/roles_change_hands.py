"""Roles change hands.

Question:
    Have people joined and left roles over time?

Why it matters:
    Rules about becoming and ceasing to be a maintainer are worth what they have been used for.

How it is counted:
    Terms in the history of the files of roles that began after the first commit that has any, and terms
    that ended.

What it does not tell:
    Whether the written procedure was followed.

References:
    https://contribute.cncf.io/maintainers/governance/
"""

from __future__ import annotations

from folkmoot.govern.audit.practice import Practice
from folkmoot.govern.audit.rule import AuditRule, Verdict, judged, unknown
from folkmoot.i18n import Message
from folkmoot.model.audit import Evidence, Level


def _decide(practice: Practice) -> Verdict:
    if not practice.terms:
        return unknown("No file of roles has a history here.")
    first = practice.terms[0].began
    joined = sum(term.began.commit != first.commit for term in practice.terms)
    left = sum(term.ended is not None for term in practice.terms)
    if joined and left:
        return judged((), len(practice.terms))
    text = "Since the first list, {joined} joined a role and {left} left one."
    return judged([Evidence(Message(text, {"joined": joined, "left": left}))], len(practice.terms))


RULE = AuditRule(
    id="roles-change-hands",
    version=1,
    title="Roles change hands",
    question="Have people joined and left roles over time?",
    level=Level.NOTE,
    why=("Rules about becoming and ceasing to be a maintainer are worth what they have been used for."),
    remedy=("Review the list once a year: who would like to rest, who already does the work."),
    effort="a meeting",
    decide=_decide,
    definition="https://contribute.cncf.io/maintainers/governance/",
    order=170,
)
