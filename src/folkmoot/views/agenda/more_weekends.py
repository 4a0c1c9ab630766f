"""More of the work moves into evenings and weekends."""

from __future__ import annotations

from folkmoot.i18n import Message
from folkmoot.model.check import Finding, Outcome
from folkmoot.views.agenda import Rule
from folkmoot.views.look import Look
from folkmoot.views.series import percent, weighted_shares

METRIC = "off-hours"
ENOUGH = 300
RISE = 0.10


def raised(look: Look) -> Finding | None:
    """Speak of the change only: no level is good or bad."""
    shares = weighted_shares(look.points(METRIC), look.trusted_until)
    people = look.value("contributor-absence-factor", "last 12 months")
    if shares is None or people is None or people < 2:
        return None
    now, before, smaller_n = shares
    if smaller_n < ENOUGH or now - before < RISE:
        return None
    return Finding(
        id="more-off-hours",
        title=Message(
            "{now}% of the commits of the last 12 complete months were made outside office hours; in the 12 "
            "months before it was {before}%.",
            {"now": percent(now), "before": percent(before)},
        ),
        outcome=Outcome.NO,
        why=(
            "It may be volunteers who found time, or people who no longer find it during the day. Only the "
            "community itself knows which."
        ),
        remedy=(
            "Ask in the next meeting whether the load feels right, and what could wait. Do not look at "
            "single people; this number is about all of them together."
        ),
        effort="ten minutes",
        panels=(METRIC, "weekend-work"),
    )


RULE = Rule("more-off-hours", 40, raised)
