"""Good news: contributors do not wait long."""

from __future__ import annotations

from folkmoot.i18n import Message
from folkmoot.model.check import Finding, Outcome
from folkmoot.views.agenda import Rule
from folkmoot.views.look import Look

METRIC = "time-to-merge"
ENOUGH = 50
DAYS = 2.0


def raised(look: Look) -> Finding | None:
    """Praise a median under two days."""
    recent = look.point(METRIC, "last 12 months", "median")
    if recent is None or recent.value is None or recent.n < ENOUGH or recent.value >= DAYS:
        return None
    return Finding(
        id="quick-merging",
        title=Message(
            "Half of the {n} changes merged in the last 12 months waited less than {hours} hours.",
            {"n": recent.n, "hours": max(1, round(recent.value * 24))},
        ),
        outcome=Outcome.YES,
        why="Quick answers are what contributors remember and come back for.",
        panels=(METRIC,),
    )


RULE = Rule("quick-merging", 16, raised)
