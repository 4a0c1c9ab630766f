"""Most commits are made by bots: the activity on the forge looks livelier than it is."""

from __future__ import annotations

from folkmoot.i18n import Message
from folkmoot.model.check import Finding, Outcome
from folkmoot.views.agenda import Rule
from folkmoot.views.look import Look
from folkmoot.views.series import percent

ENOUGH = 50
LIVELIER = "The activity shown at a forge includes them, so the project looks livelier than it is; and "
UPDATES = (
    LIVELIER + "each automatic change still asks a person to look.",
    "Group dependency updates into one change a week or month, and let the tests merge the harmless ones.",
    "an hour",
)
OWN_WORK = (
    LIVELIER + "when what makes them stops, somebody has to notice.",
    "Write into the README what makes these commits and how often, and who looks after it when none come.",
    "a quarter of an hour",
)
"""Why, what to do, and how long: where tools that update dependencies made most of them, and where not."""


def raised(look: Look) -> Finding | None:
    """Speak up when bots made more than half of a year's commits."""
    commits, bots = look.outline.recent_commits, look.outline.recent_bot_commits
    if commits < ENOUGH or 2 * bots <= commits:
        return None
    why, remedy, effort = UPDATES if 2 * look.outline.recent_updates >= bots else OWN_WORK
    return Finding(
        id="mostly-bots",
        title=Message(
            "Bots made {share}% of the last 12 months' {count} commits.",
            {"share": percent(bots / commits), "count": commits},
        ),
        outcome=Outcome.NO,
        evidence=(Message("People made {count} of them.", {"count": commits - bots}),),
        why=why,
        remedy=remedy,
        effort=effort,
        panels=("commits",),
    )


RULE = Rule("mostly-bots", 30, raised)
