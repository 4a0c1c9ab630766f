"""Good news: the project has been alive for years without a break."""

from __future__ import annotations

from folkmoot.i18n import Message
from folkmoot.model.check import Finding, Outcome
from folkmoot.views.agenda import Rule
from folkmoot.views.look import Look
from folkmoot.views.series import dated

METRIC = "active-contributors"
YEARS = 5


def raised(look: Look) -> Finding | None:
    """Praise an unbroken row of months with somebody at work, five years or more."""
    months = [point for point in dated(look.points(METRIC)) if point.period <= look.trusted_until]
    run = 0
    for point in reversed(months):
        if not point.value:
            break
        run += 1
    if run < 12 * YEARS or look.silent_days > 60:
        return None
    return Finding(
        id="years-without-a-break",
        title=Message(
            "Somebody has contributed in every month of the last {years} years.", {"years": run // 12}
        ),
        outcome=Outcome.YES,
        why="Few projects last that long. Say so where you ask for support.",
        panels=(METRIC,),
    )


RULE = Rule("years-without-a-break", 10, raised)
