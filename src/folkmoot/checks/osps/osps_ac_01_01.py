"""OSPS-AC-01.01: two factors to change anything sensitive.

Question:
    Must everybody who can change the repository prove with a second factor who they are?

Why it matters:
    A password that leaked elsewhere is the cheapest way into a project. A second factor makes it worthless.

How it is counted:
    The forge says whether the organisation requires two-factor authentication of its members. Nothing in a
    clone can show it.

What it does not tell:
    Whether people outside of the organisation with rights in the repository have a second factor, and how
    strong theirs is.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-ac-0101
"""

from folkmoot.checks.osps._forge import shown
from folkmoot.checks.osps._requirement import requirement

CHECK = requirement(
    __doc__,
    (
        shown(
            lambda forge: forge.two_factor_required,
            "The organisation requires two-factor authentication.",
            "The organisation does not require two-factor authentication.",
        ),
    ),
    remedy=(
        "Organisation settings > Authentication security > Require two-factor authentication. Tell "
        "members a week before: who has none loses access."
    ),
    effort="ten minutes, and a week of notice",
    settle=(
        "Run it with --forge and a token that may see this: on GitHub one of an organisation's owner "
        "(scope admin:org)."
    ),
)
