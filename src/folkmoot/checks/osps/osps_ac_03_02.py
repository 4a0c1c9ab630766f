"""OSPS-AC-03.02: the primary branch is not deleted by accident.

Question:
    Is deleting the primary branch treated as something sensitive?

Why it matters:
    A deleted branch takes everybody's work with it for as long as nobody notices, and every build that
    follows it.

How it is counted:
    The forge's rules for the default branch. GitHub deletes no default branch: another one has to be made the
    default first, in the settings, which is the confirmation asked for.

What it does not tell:
    What an administrator of the forge's server can do.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-ac-0302
"""

from folkmoot.checks.osps._forge import shown
from folkmoot.checks.osps._requirement import Say, requirement
from folkmoot.model.check import Ground, Outcome


def _platform(ground: Ground) -> Say | None:
    """Say what the brand of forge does for everybody."""
    if ground.forge is None or ground.forge.forge != "github":
        return None
    return Say(Outcome.YES, "GitHub deletes no default branch before another one is made the default.")


CHECK = requirement(
    __doc__,
    (
        shown(
            lambda forge: forge.branch.blocks_deletion, "A rule keeps the primary branch from being deleted."
        ),
        _platform,
    ),
    remedy="Repository settings > Rules > New ruleset > target the default branch > Restrict deletions.",
    effort="ten minutes",
    settle="Run it with --forge: the rules of the default branch tell.",
)
