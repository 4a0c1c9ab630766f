"""OSPS-GV-04.01: nobody gets more rights without a review.

Question:
    Does a policy ask for a review of people before they get more rights?

Why it matters:
    The attack on xz took two years of friendly patches. What stands against it is a rule for when rights are
    given, and by whom.

How it is counted:
    Headings or lines on becoming a maintainer or committer: nomination, approval or a vote before rights are
    given.

What it does not tell:
    Whether it is followed: `folkmoot check --profile governance` holds roles against the decisions on record.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-gv-0401
"""

from folkmoot.checks.osps._requirement import requirement
from folkmoot.checks.osps._told import at_word, told

RIGHTS = ("commit (access|rights|bit)", "write access", "maintainer status", "push access", "merge rights")
ROLE = r"\w*.{0,80}\b(maintainers?|committers?|reviewers?|approvers?|write access|core team)\b"
GIVEN = r"\b.{0,80}\b(grant|vot|nominat|approv|invit|given)"
BECOME = (
    r"\b(to|can|may|must|you|who) become (a |an )?(\w+ )?(maintainer|committer|approver|core developer)\b"
)

CHECK = requirement(
    __doc__,
    (
        told(
            files=r"becom(e|ing)[-_ ]an?[-_ ](\w+[-_ ])?(maintainer|committer|member|reviewer)",
            headings=r"(becom(e|ing)|adding|add|nominat(e|ing)|electing|election of|promot(e|ing|ion)|"
            r"onboarding|inviting|new) (of |to |a |an |new |additional )*(\w+ )?(maintainers?|"
            r"committers?|reviewers?|approvers?|members?|collaborators?|core|owners|leads?|team members)|"
            r"(maintainer|committer|member|owner)(ship)?s? (nomination|selection|process|lifecycle|"
            r"onboarding|election)|granting (commit|write|merge)? ?(access|permission|rights)|"
            r"access (policy|control)|commit (access|rights|bit)",
            words="|".join(
                (
                    *(at_word(act) + ROLE for act in ("nominat", "elect", "sponsor", "promot")),
                    *(at_word(right) + GIVEN for right in RIGHTS),
                    BECOME,
                )
            ),
            about=(
                "maintainer",
                "committer",
                "commit access",
                "write access",
                "member",
                "core team",
                "approver",
                "reviewer",
                "commit right",
                "commit bit",
            ),
            where=r"govern|maint|contribut|owner|member|communit|charter|team|ladder|role|commit|^docs?/",
        ),
    ),
    remedy=(
        "Write in GOVERNANCE.md how somebody becomes a maintainer: who nominates, who decides how, after "
        "what record of work, and how identity is looked at."
    ),
    effort="an afternoon",
    settle=(
        "Write in GOVERNANCE.md how somebody gets the right to merge: who nominates, who decides, on what"
        " record of work."
    ),
)
