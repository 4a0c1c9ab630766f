"""OSPS-AC-03.01: no direct commit to the primary branch.

Question:
    Does something keep a commit from landing on the primary branch directly?

Why it matters:
    A protected branch turns a slip of the hand, or a stolen token, into a change that somebody sees first.

How it is counted:
    The forge's rules for the default branch, from branch protection and rulesets: a change is required before
    anything is merged.

What it does not tell:
    Whether administrators go around the rules, and whether every rule is as strict as it looks.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-ac-0301
"""

from folkmoot.checks.osps._forge import shown
from folkmoot.checks.osps._requirement import requirement

PROTECTION = "Settings > Branches > Add new rule > the default branch > Push: Disable push."

CHECK = requirement(
    __doc__,
    (
        shown(
            lambda forge: forge.branch.needs_change,
            "The forge lets nothing onto the primary branch without a change.",
            "Whoever may write can push to the primary branch directly.",
        ),
    ),
    remedy={
        "": "Protect the default branch in the settings of the repository: nobody pushes to it directly.",
        "github": "Repository settings > Rules > New ruleset > target the default branch > Require a pull "
        "request before merging.",
        "gitlab": "Settings > Repository > Protected branches > the default branch > Allowed to push and "
        "merge: No one.",
        "forgejo": PROTECTION,
        "gitea": PROTECTION,
    },
    effort="ten minutes",
    settle={
        "": "Run it with --forge and a token that may administer the repository.",
        "github": "Run it with --forge and a token that may see this: any token shows rulesets; branch "
        "protection needs one with the right to administer.",
        "gitlab": "Run it with --forge and a token of a member of the project.",
    },
)
