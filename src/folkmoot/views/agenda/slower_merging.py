"""Changes wait longer for their merge than they did."""

from __future__ import annotations

from folkmoot.i18n import Message
from folkmoot.model.check import Finding, Outcome
from folkmoot.views.agenda import Rule
from folkmoot.views.look import Look
from folkmoot.views.series import at_least

METRIC = "time-to-merge"
ENOUGH = 30
GROWTH = 2.0
DAYS = 7.0
"""Below a week the wait of a first change did not show in whether its author came again."""


def raised(look: Look) -> Finding | None:
    """Compare the last 12 months with the last calendar year that does not overlap them."""
    earlier_year = max(look.outline.years, default=0) - 2
    recent = look.point(METRIC, "last 12 months", "median")
    earlier = look.point(METRIC, str(earlier_year), "median")
    if recent is None or earlier is None or recent.value is None or earlier.value is None:
        return None
    if min(recent.n, earlier.n) < ENOUGH or recent.value < DAYS or recent.value < GROWTH * earlier.value:
        return None
    values: dict[str, str | int | float] = {
        "now": at_least(recent.value),
        "year": earlier.period,
        "before": at_least(earlier.value),
    }
    title = Message(
        "Half of the changes merged in the last 12 months waited {now} days or more, against {before} in "
        "{year}.",
        values,
    )
    if earlier.value < 1:
        title = Message(
            "Half of the changes merged in the last 12 months waited {now} days or more, against less than a "
            "day in {year}.",
            values,
        )
    return Finding(
        id="slower-merging",
        title=title,
        outcome=Outcome.NO,
        evidence=(
            Message(
                "{now} changes in the last 12 months, {before} in that year.",
                {"now": recent.n, "before": earlier.n},
            ),
        ),
        why=(
            "Waiting is what contributors remember, and what waits has to be brought up to date again. Of "
            "newcomers whose first change took months, few bring a second."
        ),
        remedy=(
            "Agree on one hour a week in which whoever is there answers the oldest waiting changes: merge, "
            "ask, or close with thanks. Clearing old changes raises this number for a while; that is fine."
        ),
        effort="an hour a week",
        panels=(METRIC,),
    )


RULE = Rule("slower-merging", 68, raised)
