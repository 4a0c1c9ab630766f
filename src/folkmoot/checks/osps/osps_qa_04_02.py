"""OSPS-QA-04.02: subprojects keep the same rules.

Question:
    Do all repositories that make up a release keep rules at least as strict as the main one's?

Why it matters:
    A release is as weak as the weakest repository in it.

How it is counted:
    Nothing in one repository can show it. What SECURITY-INSIGHTS lists is told, with the advice to look at
    each.

What it does not tell:
    The answer: check each repository with the same profile.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-qa-0402
"""

from folkmoot.checks.osps._insights import insights
from folkmoot.checks.osps._requirement import Say, requirement
from folkmoot.i18n import Message
from folkmoot.model.check import Evidence, Ground, Outcome


def _several(ground: Ground) -> Say | None:
    """Tell of the repositories that the project names; one alone leaves nothing to compare."""
    named = insights(ground).named("project.repositories.*.url")
    if not named:
        return None
    if len(named) == 1:
        said = "The project names one repository only, so there is none to compare."
        return Say(Outcome.NOT_APPLICABLE, said, (Evidence(said, insights(ground).path, named[0].line),))
    several = Message("The project names {count} repositories.", {"count": len(named)})
    return Say(Outcome.UNKNOWN, several, (Evidence(several, insights(ground).path, named[0].line),))


CHECK = requirement(
    __doc__,
    (_several,),
    remedy="Check each repository with the same profile, and mend the weakest.",
    effort="a day",
    settle=(
        "Check each of the project's repositories with the same profile: `folkmoot check URL --profile "
        "osps-3`."
    ),
    once_released=True,
)
