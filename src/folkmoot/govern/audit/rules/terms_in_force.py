"""No term is over.

Question:
    Is nobody still listed after the end of their own term?

Why it matters:
    A term that ends and is not noticed is no term: the seat stays taken and the election is not called.

How it is counted:
    Every listing that states an end, held against the day the clone last learned something.

What it does not tell:
    Terms that are written in prose, or not at all.

References:
    https://contribute.cncf.io/maintainers/governance/leadership-selection/
"""

from __future__ import annotations

from folkmoot.govern.audit.practice import Practice
from folkmoot.govern.audit.rule import AuditRule, Verdict, judged, nothing_to_audit
from folkmoot.i18n import Message
from folkmoot.model.audit import Evidence, Level


def _decide(practice: Practice) -> Verdict:
    stated = [each for each in practice.listings if each.until]
    if not stated:
        return nothing_to_audit("No role states when it ends.")
    breaches = [
        Evidence(
            Message(
                "{who}, {role}: the term ended on {until}.",
                {
                    "who": each.holder.shown, "role": each.role.shown,
                    "until": each.until,
                },
            ),
            each.path, each.line, practice.tip,
        )
        for each in stated
        if each.until < practice.today.isoformat()
    ]  # fmt: skip
    return judged(breaches, len(stated))


RULE = AuditRule(
    id="terms-in-force",
    version=1,
    title="No term is over",
    question="Is nobody still listed after the end of their own term?",
    level=Level.ERROR,
    why=(
        "A term that ends and is not noticed is no term: the seat stays taken and the election is not called."
    ),
    remedy=("Hold the election or confirm them, and write the new end."),
    effort="an hour, plus the election",
    decide=_decide,
    definition="https://contribute.cncf.io/maintainers/governance/leadership-selection/",
    order=110,
)
