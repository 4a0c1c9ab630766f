"""Code of conduct: what is expected of everybody, and whom to tell.

Question:
    Does the community say how people treat each other, and whom to tell when they do not?

Why it matters:
    People who have been treated badly elsewhere look for it before they speak. It also spares maintainers
    from inventing rules in the middle of a quarrel.

How it is counted:
    A file named CODE_OF_CONDUCT, CODE-OF-CONDUCT, CODEOFCONDUCT or CONDUCT, at the top, in a forge folder
    or in docs; or a README or guide for contributors that links to one elsewhere.
    Where nobody but one person was ever seen, with a commit or a change, and nothing is released, none is
    asked for.

What it does not tell:
    Whether anybody acts on it. On GitHub the owner's .github repository may provide one; then the answer
    is unknown, not no.

References:
    CHAOSS, Code of conduct for projects: https://chaoss.community/kb/metric-code-of-conduct-for-a-project/
    Contributor Covenant: https://www.contributor-covenant.org/
"""

from folkmoot.checks.community._presence import Sought, presence
from folkmoot.model.check import Check

SOUGHT = Sought(
    ("code_of_conduct", "code-of-conduct", "codeofconduct", "conduct"),
    linked=r"code[-_ ]?of[-_ ]?conduct|/coc(\.\w+)?/?$|community guidelines",
    is_for_others=True,
)

DECIDE = presence(
    "code-of-conduct",
    "Code of conduct",
    SOUGHT,
    why=(
        "People who have been treated badly elsewhere look for it before they speak. It also spares "
        "maintainers from inventing rules in the middle of a quarrel."
    ),
    remedy=(
        "Agree on who answers reports first, then save the Contributor Covenant "
        "(https://www.contributor-covenant.org) as CODE_OF_CONDUCT.md with that address in it."
    ),
    effort="an hour, plus agreeing on who answers",
)

CHECK = Check(
    id="code-of-conduct",
    version=2,
    title="Code of conduct",
    question="Does the community say how people treat each other, and whom to tell when they do not?",
    page="community",
    decide=DECIDE,
    definition="https://chaoss.community/kb/metric-code-of-conduct-for-a-project/",
    order=40,
)
