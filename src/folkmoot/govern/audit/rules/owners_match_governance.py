"""Who may merge is who is named.

Question:
    Do those who may approve everything stand in the governance or maintainers document?

Why it matters:
    Two lists of the same people drift apart, and then the one that the tools use is the true one, whatever
    the document promises.

How it is counted:
    Approvers of the top folder in OWNERS, and owners of everything in CODEOWNERS, held against the people
    in GOVERNANCE, MAINTAINERS and steering lists. Aliases are followed; teams of a forge cannot be.

What it does not tell:
    What the forge itself allows. Only its settings say that.

References:
    https://github.com/cncf/toc/blob/main/toc_subprojects/project-reviews-subproject/governance-review-template.md
"""

from __future__ import annotations

from folkmoot.govern.audit.practice import Practice
from folkmoot.govern.audit.rule import AuditRule, Verdict, judged, nothing_to_audit
from folkmoot.i18n import Message
from folkmoot.model.audit import Evidence, Level

EVERYTHING = frozenset({"", "*", "/", "/*", "**", "/**", "."})


def _decide(practice: Practice) -> Verdict:
    named = {each.holder.key for each in practice.of_forms("governance", "maintainers", "people-table")}
    named |= {each.holder.email.casefold() for each in practice.listings if each.holder.key in named}
    may = [
        each
        for each in practice.of_forms("owners", "codeowners")
        if each.role.scope in EVERYTHING and each.role.name in ("approver", "code owner")
    ]
    if not named or not may:
        return nothing_to_audit("There are no two lists of the same people to hold against each other.")
    breaches = [
        Evidence(
            Message(
                "{who} may approve everything here and stands in no governance or maintainers document.",
                {"who": each.holder.shown},
            ),
            each.path, each.line, practice.tip,
        )
        for each in may
        if each.holder.key not in named
    ]  # fmt: skip
    return judged(breaches, len({each.holder.key for each in may}))


RULE = AuditRule(
    id="owners-match-governance",
    version=1,
    title="Who may merge is who is named",
    question="Do those who may approve everything stand in the governance or maintainers document?",
    level=Level.WARNING,
    why=(
        "Two lists of the same people drift apart, and then the one that the tools use is the true "
        "one, whatever the document promises."
    ),
    remedy=("Bring the two lists together, and let one of them be made from the other."),
    effort="an hour",
    decide=_decide,
    definition="https://github.com/cncf/toc/blob/main/toc_subprojects/project-reviews-subproject/governance-review-template.md",
    order=80,
)
