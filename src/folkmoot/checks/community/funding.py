"""Funding: how to support the project with money.

Question:
    Does the project say how it can be supported with money?

Why it matters:
    Those who would pay look for a button. It need not be there: many projects want no money, and that is
    an answer, too.

How it is counted:
    A file named FUNDING in a forge folder or at the top, funding.json, or a funding link file in
    .well-known.

What it does not tell:
    Donation links inside the README or on a web site are not seen. On GitHub the owner's .github
    repository may provide one. Absence is "not applicable": asking for money is the project's choice.

References:
    GitHub, sponsor button: https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/displaying-a-sponsor-button-in-your-repository
    funding.json: https://fundingjson.org
"""

from folkmoot.checks.community._presence import TEXT_ENDINGS, USUAL_FOLDERS, Sought, presence
from folkmoot.model.check import Check, Risk

SOUGHT = Sought(
    ("funding", "funding-manifest-urls"),
    folders=(*USUAL_FOLDERS, ".well-known/"),
    endings=(*TEXT_ENDINGS, ".yml", ".yaml", ".json"),
    is_optional=True,
)

DECIDE = presence(
    "funding",
    "Funding",
    SOUGHT,
    why=(
        "Those who would pay look for a button. It need not be there: many projects want no money, and that "
        "is an answer, too."
    ),
    remedy={
        "": "If you want support, say in the README how: a link to Open Collective, to Liberapay or to a "
        "page of your own.",
        "github": "If you want support, create .github/FUNDING.yml with one line such as `open_collective: "
        "NAME` or `custom: https://example.org/donate`.",
    },
    effort="a quarter of an hour",
)

CHECK = Check(
    id="funding",
    version=1,
    title="Funding",
    question="Does the project say how it can be supported with money?",
    page="community",
    decide=DECIDE,
    definition=(
        "https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/displaying-a-sponsor-button-in-your-repository"
    ),
    order=100,
    risk=Risk.LOW,
)
