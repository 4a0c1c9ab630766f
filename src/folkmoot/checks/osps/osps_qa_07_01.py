"""OSPS-QA-07.01: somebody else approves each change.

Question:
    Must at least one person other than the author approve a change before it lands?

Why it matters:
    Four eyes find what two overlook, and one stolen account is not enough.

How it is counted:
    The approvals that the forge requires on the default branch: one or more is a yes, none a no. How many
    changes of the last year were approved by somebody else is told where a store knows it.

What it does not tell:
    Whether approvals are more than a click; what was really reviewed the page on reviews shows.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-qa-0701
"""

from folkmoot.checks.osps._forge import shown
from folkmoot.checks.osps._requirement import Say, requirement
from folkmoot.i18n import Message
from folkmoot.model.check import Ground, Outcome

PROTECTION = "Settings > Branches > the rule of the default branch > Required approvals: 1."


def _practice(ground: Ground) -> Say | None:
    """Tell how many changes of the last year somebody else approved: practice, not what is required."""
    told = ground.past
    if told is None or told.landed is None or not told.by_people:
        return None
    values: dict[str, str | int | float] = {"approved": told.approved, "all": told.by_people}
    said = "Changes that people made in the last year: {all}; approved by somebody else: {approved}."
    return Say(Outcome.UNKNOWN, Message(said, values))


CHECK = requirement(
    __doc__,
    (
        shown(
            lambda forge: None if forge.branch.approvals is None else forge.branch.approvals > 0,
            "The forge requires an approval for the primary branch.",
            "The forge requires no approval for the primary branch.",
        ),
        _practice,
    ),
    remedy={
        "": "Require one approval in the settings of the default branch.",
        "github": "Repository settings > Rules > the ruleset of the default branch > Require a pull "
        "request > "
        "Required approvals: 1.",
        "gitlab": "Settings > Merge requests > Merge request approvals > add a rule with one approval, and "
        "“Prevent approval by merge request creator” (Premium).",
        "forgejo": PROTECTION,
        "gitea": PROTECTION,
    },
    effort="ten minutes, and a second maintainer",
    settle={
        "": "Run it with --forge and a token that may see this.",
        "github": "Run it with --forge and a token that may see this: rulesets with any token, branch "
        "protection "
        "with one that may administer.",
        "gitlab": "Run it with --forge and a token of a member. A GitLab without a licence can require no "
        "approval: then write in CONTRIBUTING who approves.",
    },
)
