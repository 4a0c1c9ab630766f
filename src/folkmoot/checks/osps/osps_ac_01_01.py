"""OSPS-AC-01.01: two factors to change anything sensitive.

Question:
    Must everybody who can change the repository prove with a second factor who they are?

Why it matters:
    A password that leaked elsewhere is the cheapest way into a project. A second factor makes it worthless.

How it is counted:
    The forge says whether the organisation (at GitLab: the group, or one above it) requires two-factor
    authentication of its members. Nothing in a clone can show it.

What it does not tell:
    Whether people outside of the organisation with rights in the repository have a second factor, how strong
    theirs is, and whether the forge's server asks everybody for one.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-ac-0101
"""

from folkmoot.checks.osps._forge import shown
from folkmoot.checks.osps._requirement import requirement

NO_SWITCH = (
    "This forge has no such switch for an organisation: ask whoever runs the server whether it requires a "
    "second factor of everybody, or write in GOVERNANCE.md that maintainers have one."
)

CHECK = requirement(
    __doc__,
    (
        shown(
            lambda forge: forge.two_factor_required,
            "The organisation requires two-factor authentication.",
            "The organisation does not require two-factor authentication.",
        ),
    ),
    remedy={
        "": "Require two-factor authentication in the settings of the organisation. Tell members a week "
        "before: "
        "who has none loses access.",
        "github": "Organisation settings > Authentication security > Require two-factor authentication. Tell "
        "members a week before: who has none loses access.",
        "gitlab": "Group > Settings > General > Permissions and group features > All users in this group "
        "must "
        "set up two-factor authentication. The grace period there gives members time.",
    },
    effort="ten minutes, and a week of notice",
    settle={
        "": "Run it with --forge and a token that may see this.",
        "github": "Run it with --forge and a token of an owner of the organisation (scope admin:org).",
        "gitlab": "Run it with --forge and a token that may see the group.",
        "forgejo": NO_SWITCH,
        "gitea": NO_SWITCH,
    },
)
