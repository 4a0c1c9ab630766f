"""Roles name their decision.

Question:
    Does every role say which decision gave it?

Why it matters:
    Nobody can check a role that comes from nowhere, and nobody can appeal against it.

How it is counted:
    In every file where at least one person names a decision (a link or a number), those who name none.

What it does not tell:
    Whether the decision that is named says so. For communities whose files have no place for it, the commit
    that added the line is all there is: ask with folkmoot roles why.

References:
    https://github.com/conda/governance/tree/main/teams
"""

from __future__ import annotations

from folkmoot.govern.audit.practice import Practice
from folkmoot.govern.audit.rule import AuditRule, Verdict, judged, nothing_to_audit
from folkmoot.i18n import Message
from folkmoot.model.audit import Evidence, Level


def _decide(practice: Practice) -> Verdict:
    files = {each.path for each in practice.listings if each.decision}
    asked = [each for each in practice.listings if each.path in files]
    if not asked:
        return nothing_to_audit("No file of roles names decisions.")
    breaches = [
        Evidence(
            Message(
                "{who}, {role}: no decision named.",
                {"who": each.holder.shown, "role": each.role.shown},
            ),
            each.path, each.line, practice.tip,
        )
        for each in asked
        if not each.decision
    ]  # fmt: skip
    return judged(breaches, len(asked))


RULE = AuditRule(
    id="roles-name-decisions",
    version=1,
    title="Roles name their decision",
    question="Does every role say which decision gave it?",
    level=Level.NOTE,
    why=("Nobody can check a role that comes from nowhere, and nobody can appeal against it."),
    remedy=("Add the link to the vote or discussion behind each name."),
    effort="five minutes each",
    decide=_decide,
    definition="https://github.com/conda/governance/tree/main/teams",
    order=120,
)
