"""More changes are merged by the people who wrote them."""

from __future__ import annotations

from folkmoot.i18n import Message
from folkmoot.model.check import Finding, Outcome
from folkmoot.views.agenda import Rule
from folkmoot.views.look import Look
from folkmoot.views.series import percent

METRIC = "self-merged"
ENOUGH = 50
RISE = 0.2
HIGH = 0.4


def raised(look: Look) -> Finding | None:
    """Compare the last 12 months with the last calendar year that does not overlap them."""
    recent = look.point(METRIC, "last 12 months")
    earlier = look.point(METRIC, str(max(look.outline.years, default=0) - 2))
    if recent is None or earlier is None or recent.value is None or earlier.value is None:
        return None
    if min(recent.n, earlier.n) < ENOUGH or recent.value < HIGH or recent.value - earlier.value < RISE:
        return None
    return Finding(
        id="more-self-merging",
        title=Message(
            (
                "{now}% of the changes of the last 12 months were merged by their author; in {year} it was "
                "{before}%."
            ),
            {"now": percent(recent.value), "year": earlier.period, "before": percent(earlier.value)},
        ),
        outcome=Outcome.NO,
        evidence=(
            Message(
                "{now} changes whose merger is known, {before} in that year.",
                {"now": recent.n, "before": earlier.n},
            ),
        ),
        why=(
            "They may well have been reviewed before. A rising share is often the first sign that nobody "
            "else has time to look."
        ),
        remedy=(
            "Pair up: two people promise each other to look at one change of the other's each week, however "
            "briefly."
        ),
        effort="half an hour a week",
        panels=(METRIC,),
    )


RULE = Rule("more-self-merging", 44, raised)
