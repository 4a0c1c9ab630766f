"""Fewer people come than a year ago."""

from __future__ import annotations

from folkmoot.i18n import Message
from folkmoot.model.check import Finding, Outcome
from folkmoot.views.agenda import Rule
from folkmoot.views.look import Look
from folkmoot.views.series import since, year_against_year

METRIC = "new-contributors"
ENOUGH = 12
FALL = 0.6


def raised(look: Look) -> Finding | None:
    """Compare twelve complete months with the twelve before, where the difference is beyond chance."""
    years = year_against_year(look.points(METRIC), until=look.trusted_until)
    if years is None:
        return None
    now, before = years.sums
    if before < ENOUGH or not years.differ:
        return None
    # The month that is not over yet may have turned it.
    if now + since(look.points(METRIC), years.until) > FALL * before:
        return None
    return Finding(
        id="fewer-newcomers",
        title=Message(
            "Fewer newcomers: {now} in the 12 months to {until}, {before} in the 12 months before.",
            {"now": int(now), "before": int(before), "until": years.until},
        ),
        outcome=Outcome.NO,
        why="Those who come today are those who may help to carry the work in two years.",
        remedy=(
            "Pick three small, real tasks, write for each which file to open and who helps, and label them "
            "as good first issues. Then answer the first person who takes one on the same day."
        ),
        effort="two hours",
        panels=(METRIC, "active-contributors"),
    )


RULE = Rule("fewer-newcomers", 70, raised)
