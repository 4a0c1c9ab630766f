"""Affiliations are stated.

Question:
    Does everybody in a list that states employers have one?

Why it matters:
    Whether one company could decide alone can only be seen when everybody says whom they work for; saying
    that one is independent is an answer too.

How it is counted:
    In every list (one role of one file) where at least one person states an employer, those without one.

What it does not tell:
    Whether what is stated is true today.

References:
    https://contribute.cncf.io/maintainers/governance/
"""

from __future__ import annotations

from folkmoot.govern.audit.practice import Practice
from folkmoot.govern.audit.rule import AuditRule, Verdict, judged, nothing_to_audit
from folkmoot.i18n import Message
from folkmoot.model.audit import Evidence, Level


def _decide(practice: Practice) -> Verdict:
    bodies = {(each.path, each.role.name) for each in practice.listings if each.holder.employer}
    asked = [each for each in practice.listings if (each.path, each.role.name) in bodies]
    if not asked:
        return nothing_to_audit("No file of roles states employers.")
    breaches = [
        Evidence(
            Message(
                "{who}, {role}: no affiliation stated.",
                {"who": each.holder.shown, "role": each.role.shown},
            ),
            each.path, each.line, practice.tip,
        )
        for each in asked
        if not each.holder.employer
    ]  # fmt: skip
    return judged(breaches, len(asked))


RULE = AuditRule(
    id="affiliations-stated",
    version=1,
    title="Affiliations are stated",
    question="Does everybody in a list that states employers have one?",
    level=Level.WARNING,
    why=(
        "Whether one company could decide alone can only be seen when everybody says whom they work "
        "for; saying that one is independent is an answer too."
    ),
    remedy=("Ask them. Write independent where that is the answer, and leave it to them what to say."),
    effort="a message each",
    decide=_decide,
    definition="https://contribute.cncf.io/maintainers/governance/",
    order=90,
)
