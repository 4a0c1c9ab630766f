"""Good news: contributors do not wait long."""

from __future__ import annotations

from math import ceil

from folkmoot.i18n import Message
from folkmoot.model.check import Finding, Outcome
from folkmoot.views.agenda import Rule
from folkmoot.views.look import Look

METRIC = "time-to-merge"
ENOUGH = 50
DAYS = 2.0
AT_ONCE = 10 / 1_440
"""Ten minutes. What is merged faster as a rule was looked at elsewhere before it was opened, or by nobody."""

SOON = "Half of the {n} changes merged in the last 12 months waited two hours or less."
IN_HOURS = "Half of the {n} changes merged in the last 12 months waited {hours} hours or less."


def raised(look: Look) -> Finding | None:
    """Praise a median under two days, unless changes are opened only to be merged."""
    recent = look.point(METRIC, "last 12 months", "median")
    if recent is None or recent.value is None or recent.n < ENOUGH or recent.value >= DAYS:
        return None
    last_year = look.value(METRIC, str(max(look.outline.years, default=0) - 1), "median")
    if recent.value < AT_ONCE or (last_year is not None and last_year < AT_ONCE):
        return None  # what nobody waited for was not answered quickly
    if (look.value("self-merged", "last 12 months") or 0.0) > 0.5:
        return None  # who merges their own change has answered nobody
    return Finding(
        id="quick-merging",
        title=Message(
            SOON if recent.value <= 2 / 24 else IN_HOURS, {"n": recent.n, "hours": ceil(recent.value * 24)}
        ),
        outcome=Outcome.YES,
        why="Quick answers are what contributors remember and come back for.",
        panels=(METRIC,),
    )


RULE = Rule("quick-merging", 16, raised)
