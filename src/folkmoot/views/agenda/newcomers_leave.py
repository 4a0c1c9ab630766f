"""Newcomers come back less often than they used to."""

from __future__ import annotations

from folkmoot.i18n import Message
from folkmoot.model.check import Finding, Outcome
from folkmoot.model.page import Point
from folkmoot.views.agenda import Rule
from folkmoot.views.look import Look
from folkmoot.views.series import dated, percent

METRIC = "second-contribution"
ENOUGH = 15


def raised(look: Look) -> Finding | None:
    """Speak up when the newest year lies below the year before by more than chance explains."""
    yearly = [point for point in dated(look.points(METRIC)) if point.n >= ENOUGH]
    if len(yearly) < 2 or int(yearly[-1].period) < _oldest_of_interest(look):
        return None
    newest, earlier = yearly[-1], yearly[-2]
    if not _is_clearly_lower(newest, earlier):
        return None
    return Finding(
        id="newcomers-leave",
        title=Message(
            "Of the newcomers of {year}, {share}% came a second time within 90 days; of those of {earlier}, "
            "{before}%.",
            {
                "year": newest.period,
                "share": percent(newest.value or 0.0),
                "earlier": earlier.period,
                "before": percent(earlier.value or 0.0),
            },
        ),
        outcome=Outcome.NO,
        evidence=(
            Message(
                "Newcomers of {year}: {now}, of {earlier}: {before}; the difference is beyond chance.",
                {"year": newest.period, "now": newest.n, "earlier": earlier.period, "before": earlier.n},
            ),
        ),
        why=(
            "A second contribution is the first sign that somebody may stay, and the first answer decides it."
        ),
        remedy=(
            "Take the last five first contributions and see how long each waited for its first answer, and "
            "whether it ended with a next task. Thank the next newcomer with one."
        ),
        effort="an hour",
        panels=(METRIC,),
    )


def _oldest_of_interest(look: Look) -> int:
    return max(look.outline.years, default=0) - 2


def _is_clearly_lower(newest: Point, earlier: Point) -> bool:
    """Tell whether the intervals of two shares do not meet."""
    return newest.high is not None and earlier.low is not None and newest.high < earlier.low


RULE = Rule("newcomers-leave", 65, raised)
