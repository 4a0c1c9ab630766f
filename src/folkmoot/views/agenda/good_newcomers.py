"""Good news: people keep coming."""

from __future__ import annotations

from folkmoot.i18n import Message
from folkmoot.model.check import Finding, Outcome
from folkmoot.views.agenda import Rule
from folkmoot.views.look import Look
from folkmoot.views.series import year_against_year

METRIC = "new-contributors"
ENOUGH = 10


def raised(look: Look) -> Finding | None:
    """Praise as many newcomers as in the year before, or more."""
    years = year_against_year(look.points(METRIC), until=look.trusted_until)
    if years is None:
        return None
    now, before = years.sums
    if now < ENOUGH or now < before:
        return None
    return Finding(
        id="newcomers-come",
        title=Message(
            "People keep coming: {now} contributed for the first time in the 12 months to {until}, after "
            "{before} in the 12 months before.",
            {"now": int(now), "before": int(before), "until": years.until},
        ),
        outcome=Outcome.YES,
        why="Newcomers are the best sign that a project is wanted and that its door is open.",
        panels=(METRIC,),
    )


RULE = Rule("newcomers-come", 18, raised)
