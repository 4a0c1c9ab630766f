"""Those who may merge are listed.

Question:
    Does the repository list who maintains it?

Why it matters:
    Somebody with a question, a vulnerability or an offer needs a name, and a foundation asks for one.

How it is counted:
    At least one person or team in any file of roles.

What it does not tell:
    Whether the list is complete or up to date.

References:
    https://baseline.openssf.org/versions/2026-02-19#osps-gv-0101
"""

from __future__ import annotations

from folkmoot.govern.audit.practice import Practice
from folkmoot.govern.audit.rule import AuditRule, Verdict, judged, unknown
from folkmoot.model.audit import Level


def _decide(practice: Practice) -> Verdict:
    count = len(practice.roster.listings)
    if not count:
        return unknown("No file of roles in a known form names anybody; the forge's own settings may.")
    return judged((), count)


RULE = AuditRule(
    id="maintainers-listed",
    version=1,
    title="Those who may merge are listed",
    question="Does the repository list who maintains it?",
    level=Level.NOTE,
    why=(
        "Somebody with a question, a vulnerability or an offer needs a name, and a foundation asks for one."
    ),
    remedy=("Create MAINTAINERS.md with a table: name, account, affiliation, area."),
    effort="half an hour",
    decide=_decide,
    definition="https://baseline.openssf.org/versions/2026-02-19#osps-gv-0101",
    order=140,
)
