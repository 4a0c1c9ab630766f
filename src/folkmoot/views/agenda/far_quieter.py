"""Far less happens than in the years before, and nobody may have said what that means."""

from __future__ import annotations

from folkmoot.i18n import Message
from folkmoot.model.check import Finding, Outcome
from folkmoot.views.agenda import Rule
from folkmoot.views.look import Look
from folkmoot.views.series import YEAR, count, dated

METRIC = "commits"
YEARS_BEFORE = 3
ENOUGH = 24
"""Commits a year before, below which quiet is nothing new."""
FALL = 0.4


def raised(look: Look) -> Finding | None:
    """Compare the last twelve complete months with the three years before them."""
    points = [p for p in dated(look.points(METRIC), "commits") if p.period <= look.trusted_until]
    if len(points) < YEAR * (1 + YEARS_BEFORE):
        return None
    values = [point.value or 0.0 for point in points]
    now = sum(values[-YEAR:])
    before = sum(values[-YEAR * (1 + YEARS_BEFORE) : -YEAR]) / YEARS_BEFORE
    if before < ENOUGH or now > FALL * before:
        return None
    return Finding(
        id="far-quieter",
        title=Message(
            "Far quieter than before: {now} commits in the year to {until}, about {before} a year in the "
            "three years before.",
            {"now": count(now), "before": round(before), "until": points[-1].period},
        ),
        outcome=Outcome.NO,
        why=(
            "A project may be finished or rest. When it does not say so, users cannot tell it from one that "
            "was left, and nobody offers to help with what looks finished."
        ),
        remedy=(
            "Decide together what this project is now, and say it at the top of the README: active, finished "
            "(fixes only), or looking for maintainers, and who answers security reports."
        ),
        effort="an hour",
        panels=(METRIC, "active-contributors"),
    )


RULE = Rule("far-quieter", 76, raised)
