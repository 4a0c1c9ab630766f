"""Governance: who decides, and how somebody comes to decide.

Question:
    Does the project say who decides?

Why it matters:
    People invest in a project when they can see how their word comes to count, and a project survives its
    founders when that is written down.

How it is counted:
    A file named GOVERNANCE, MAINTAINERS, OWNERS, CODEOWNERS, COMMITTERS or STEERING, with the usual
    endings, at the top, in a forge folder or in docs, or a folder called governance. OWNERS and CODEOWNERS
    say who is asked: they count where nothing else is there, and only with a line that is no comment.

What it does not tell:
    Whether it is followed. A charter kept in another repository or on a web site is not seen; on GitHub
    the owner's .github repository may provide one; then the answer is unknown, not no.

References:
    Minimum Viable Governance: https://github.com/github/MVG
    CHAOSS, Project governance: https://chaoss.community/kb/metrics-model-project-awareness/
"""

from folkmoot.checks.community._presence import Sought, presence
from folkmoot.model.check import Check

SOUGHT = Sought(
    ("governance", "maintainers", "owners", "codeowners", "committers", "steering", "core_team", "core-team"),
    inside=("governance/", "docs/governance/"),
    weaker=frozenset({"owners", "codeowners"}),
)

DECIDE = presence(
    "governance",
    "Governance",
    SOUGHT,
    why=(
        "People invest in a project when they can see how their word comes to count, and a project survives "
        "its founders when that is written down."
    ),
    remedy=(
        "Create MAINTAINERS.md: who may merge, who releases, how a decision is made when they disagree, and "
        "how somebody becomes one of them. Half a page will do."
    ),
    effort="two hours, plus agreeing on it",
)

CHECK = Check(
    id="governance",
    version=1,
    title="Governance",
    question="Does the project say who decides?",
    page="community",
    decide=DECIDE,
    definition="https://github.com/github/MVG",
    order=60,
)
