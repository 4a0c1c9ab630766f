"""OSPS-AC-03.02: the primary branch is not deleted by accident.

Question:
    Is deleting the primary branch treated as something sensitive?

Why it matters:
    A deleted branch takes everybody's work with it for as long as nobody notices, and every build that
    follows it.

How it is counted:
    The forge's rules for the default branch. GitHub, GitLab, Forgejo and Gitea delete no default branch:
    another one has to be made the default first, in the settings, which is the confirmation asked for.

What it does not tell:
    What an administrator of the forge's server can do.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-ac-0302
"""

from folkmoot.checks.osps._forge import shown
from folkmoot.checks.osps._requirement import Say, requirement
from folkmoot.i18n import Message
from folkmoot.model.check import Ground, Outcome

BRANDS = {"github": "GitHub", "gitlab": "GitLab", "forgejo": "Forgejo", "gitea": "Gitea"}
"""Those that refuse to delete a default branch, whoever asks."""


def _platform(ground: Ground) -> Say | None:
    """Say what the brand of forge does for everybody."""
    brand = BRANDS.get(ground.forge.forge) if ground.forge else None
    if brand is None:
        return None
    told = "{brand} deletes no default branch before another one is made the default."
    return Say(Outcome.YES, Message(told, {"brand": brand}))


CHECK = requirement(
    __doc__,
    (
        shown(
            lambda forge: forge.branch.blocks_deletion, "A rule keeps the primary branch from being deleted."
        ),
        _platform,
    ),
    remedy="Protect the default branch in the settings of the repository, so that nobody can delete it.",
    effort="ten minutes",
    settle="Run it with --forge: the rules of the default branch tell.",
)
