"""Files of roles can be read.

Question:
    Can every file of roles be read by a program?

Why it matters:
    A list that a program cannot read is not enforced, and the person on the broken line has no role where
    it matters.

How it is counted:
    Every file in a known form is read; what cannot be is named with its line.

What it does not tell:
    Files in a form that is not known.

References:
    https://www.kubernetes.dev/docs/guide/owners/
"""

from __future__ import annotations

from folkmoot.govern.audit.practice import Practice
from folkmoot.govern.audit.rule import AuditRule, Verdict, judged, nothing_to_audit
from folkmoot.model.audit import Evidence, Level


def _decide(practice: Practice) -> Verdict:
    if not practice.roster.forms:
        return nothing_to_audit("No file of roles was found.")
    breaches = [Evidence(each.what, each.file, each.line, practice.tip) for each in practice.roster.problems]
    return judged(breaches, len(practice.roster.listings))


RULE = AuditRule(
    id="role-files-readable",
    version=1,
    title="Files of roles can be read",
    question="Can every file of roles be read by a program?",
    level=Level.WARNING,
    why=(
        "A list that a program cannot read is not enforced, and the person on the broken line has no "
        "role where it matters."
    ),
    remedy=("Correct the line; each finding says what is wrong with it."),
    effort="five minutes each",
    decide=_decide,
    definition="https://www.kubernetes.dev/docs/guide/owners/",
    order=130,
)
