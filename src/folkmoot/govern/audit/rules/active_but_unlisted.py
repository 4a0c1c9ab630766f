"""Active people are listed.

Question:
    Is everybody who does much of the work listed in some role?

Why it matters:
    People who carry a project without being named carry it without a vote, and often leave without a word.

How it is counted:
    People with 50 contributions or more in the last 12 months, in a synced store, who hold no role in the
    files. Who might be a listed person that cannot be joined is left out.

What it does not tell:
    Whether they want a role. Fifty is a reason to ask, not a bar to pass.

References:
    https://contribute.cncf.io/maintainers/governance/leadership-selection/
"""

from __future__ import annotations

from folkmoot.govern.audit.practice import Practice
from folkmoot.govern.audit.rule import AuditRule, Verdict, judged, nothing_to_audit, unknown
from folkmoot.govern.roles.activity import unlisted
from folkmoot.i18n import Message
from folkmoot.model.audit import Evidence, Level

ACTS = 50


def _decide(practice: Practice) -> Verdict:
    if not practice.listings:
        return nothing_to_audit("No file of roles names anybody.")
    if practice.activity is None:
        return unknown("Nothing was synced, so nobody's activity is known: `folkmoot sync` the repositories.")
    found = unlisted(practice.listings, practice.activity, ACTS)
    return judged(
        (Evidence(Message("{who} holds no role.", {"who": seen.name})) for seen in found), len(found)
    )


RULE = AuditRule(
    id="active-but-unlisted",
    version=1,
    title="Active people are listed",
    question="Is everybody who does much of the work listed in some role?",
    level=Level.NOTE,
    why=(
        "People who carry a project without being named carry it without a vote, and often leave "
        "without a word."
    ),
    remedy=("Ask them whether they would like to be reviewers, and what would help."),
    effort="a message each",
    decide=_decide,
    definition="https://contribute.cncf.io/maintainers/governance/leadership-selection/",
    order=75,
)
