"""Roles change hands.

Question:
    Have people joined roles since the first list of them?

Why it matters:
    Rules about becoming and ceasing to be a maintainer are worth what they have been used for.

How it is counted:
    People in the history of the files of roles who were not in the first commit that has any; the CNCF asks
    for maintainers added or replaced, so that another role for one of the first is no answer. A list younger
    than a year answers nothing yet, code owners are who is asked to review, not who maintains, and a list of
    emeriti gives nobody a role.

What it does not tell:
    Whether the written procedure was followed.

References:
    https://contribute.cncf.io/maintainers/governance/
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from folkmoot.govern.audit.practice import Practice
from folkmoot.govern.audit.rule import AuditRule, Verdict, judged, unknown
from folkmoot.i18n import Message
from folkmoot.model.audit import Evidence, Level
from folkmoot.model.check import Outcome

REVIEWS = "code owner"
YEAR = timedelta(days=365)
ONLY_REVIEWS = "Only code owners are listed here: who is asked to review, not who maintains."
ONLY_PAST = "Only people who gave up a role, or code owners, are listed here: nobody who holds another role."
SINCE = "People who joined a role since the first list: {joined}. Who left every role: {left}."


def _decide(practice: Practice) -> Verdict:
    if not practice.terms:
        return unknown("No file of roles has a history here.")
    terms = [term for term in practice.terms if term.role.name != REVIEWS and not term.role.is_past]
    if not terms:
        is_past = any(term.role.is_past for term in practice.terms)
        return unknown(ONLY_PAST if is_past else ONLY_REVIEWS)
    first = terms[0].began
    founders = {term.holder.key for term in terms if term.began.commit == first.commit}
    joined = len({term.holder.key for term in terms} - founders)
    left = len({term.holder.key for term in terms} - {t.holder.key for t in terms if t.ended is None})
    said = Evidence(Message(SINCE, {"joined": joined, "left": left}))
    if joined:
        return Verdict(Outcome.YES, (said,), len(terms))
    if practice.today - datetime.fromtimestamp(first.when, UTC).date() < YEAR:
        return unknown("The first list of roles is younger than a year: few join or leave within one.")
    return judged([said], len(terms))


RULE = AuditRule(
    id="roles-change-hands",
    version=3,
    title="Roles change hands",
    question="Have people joined roles since the first list of them?",
    level=Level.NOTE,
    why=("Rules about becoming and ceasing to be a maintainer are worth what they have been used for."),
    remedy=("Review the list once a year: who would like to rest, who already does the work."),
    effort="a meeting",
    decide=_decide,
    definition="https://contribute.cncf.io/maintainers/governance/",
    order=170,
)
