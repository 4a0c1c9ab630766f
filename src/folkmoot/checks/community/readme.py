"""README: the first page a stranger reads.

Question:
    Does the project say what it is and how to start?

Why it matters:
    Most people decide in the first minute whether to stay. Without a README that minute ends in the list
    of files.

How it is counted:
    A file named README, in any case and with any usual ending, at the top, in a forge folder or in docs.
    An empty file is no README.

What it does not tell:
    Whether it is good, current or understandable. Only its presence is seen.

References:
    GitHub, About READMEs: https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-readmes
"""

from folkmoot.checks.community._presence import Sought, presence
from folkmoot.model.check import Check

SOUGHT = Sought(("readme",), shared_by_owner=False)

DECIDE = presence(
    "readme",
    "README",
    SOUGHT,
    why=(
        "Most people decide in the first minute whether to stay. Without a README that minute ends in the "
        "list of files."
    ),
    remedy=(
        "Create README.md with five short parts: what it does, who it is for, how to install it, one "
        "example, where to ask."
    ),
    effort="an hour",
)

CHECK = Check(
    id="readme",
    version=1,
    title="README",
    question="Does the project say what it is and how to start?",
    page="community",
    decide=DECIDE,
    definition=(
        "https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-readmes"
    ),
    order=10,
)
