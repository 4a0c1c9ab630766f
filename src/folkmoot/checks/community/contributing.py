"""Contributing guide: how to take part.

Question:
    Does the project say how to contribute?

Why it matters:
    A guide answers the questions every newcomer has: how to build, how to test, what a good change looks
    like, who answers. Without it each maintainer answers them again and again.

How it is counted:
    A file named CONTRIBUTING, CONTRIBUTE, HACKING or SubmittingPatches, at the top, in a forge folder or
    in docs, or a folder called contributing there; or a README that links to a guide elsewhere.

What it does not tell:
    A guide elsewhere that the README does not link to is not seen. On GitHub the owner's .github repository
    may provide one; then the answer is unknown, not no.

References:
    CHAOSS, Contributing guide: https://chaoss.community/kb/metric-documentation-discoverability/
    GitHub, contributor guidelines: https://docs.github.com/en/communities/setting-up-your-project-for-healthy-contributions/setting-guidelines-for-repository-contributors
"""

from folkmoot.checks.community._presence import Sought, presence
from folkmoot.model.check import Check

SOUGHT = Sought(
    ("contributing", "contribute", "how-to-contribute", "how_to_contribute", "submittingpatches", "hacking"),
    inside=("contributing/", "docs/contributing/", "doc/contributing/"),
    linked=r"contribut(ing|ion) (guid|doc|instruct)|contributing(\.(md|rst|html))?/?$|how to contribute",
)

DECIDE = presence(
    "contributing",
    "Contributing guide",
    SOUGHT,
    why=(
        "A guide answers the questions every newcomer has: how to build, how to test, what a good change "
        "looks like, who answers. Without it each maintainer answers them again and again."
    ),
    remedy=(
        "Create CONTRIBUTING.md with four commands that work (get it, build it, test it, check its style) "
        "and one sentence on who reviews and how soon."
    ),
    effort="two hours",
)

CHECK = Check(
    id="contributing",
    version=1,
    title="Contributing guide",
    question="Does the project say how to contribute?",
    page="community",
    decide=DECIDE,
    definition="https://chaoss.community/kb/metric-documentation-discoverability/",
    order=30,
)
