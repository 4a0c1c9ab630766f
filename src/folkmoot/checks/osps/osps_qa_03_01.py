"""OSPS-QA-03.01: checks pass before a change lands.

Question:
    Must the automated checks pass before a change lands, unless somebody overrules them openly?

Why it matters:
    A red light that nobody has to stop at teaches everybody to drive on.

How it is counted:
    The status checks that the forge requires on the default branch (at GitLab: that pipelines must succeed):
    one or more is a yes, none a no. Where that is not shown and the forge was read, how many changes of the
    last 12 months were merged with something that had failed is a hint.

What it does not tell:
    Which checks there are that are not required, and who overrules them.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-qa-0301
"""

from folkmoot.checks.osps._forge import shown
from folkmoot.checks.osps._ran import failed
from folkmoot.checks.osps._requirement import requirement

PROTECTION = "Settings > Branches > the rule of the default branch > Enable status check > name the checks."

CHECK = requirement(
    __doc__,
    (
        shown(
            lambda forge: None if forge.branch.checks is None else bool(forge.branch.checks),
            "The forge requires status checks on the primary branch.",
            "The forge requires no status check on the primary branch.",
        ),
        failed,
    ),
    remedy={
        "": "Require the checks in the settings of the default branch, so that a change lands when they "
        "pass.",
        "github": "Repository settings > Rules > the ruleset of the default branch > Require status checks "
        "to "
        "pass > add the checks.",
        "gitlab": "Settings > Merge requests > Merge checks > Pipelines must succeed.",
        "forgejo": PROTECTION,
        "gitea": PROTECTION,
    },
    effort="ten minutes",
    settle={
        "": "Run it with --forge and a token that may see this.",
        "github": "Run it with --forge and a token that may see this: rulesets with any token, branch "
        "protection "
        "with one that may administer.",
        "gitlab": "Run it with --forge and a token of a member of the project.",
    },
)
