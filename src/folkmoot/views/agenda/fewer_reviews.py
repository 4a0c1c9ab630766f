"""A project that names its reviewers names them less often."""

from __future__ import annotations

from folkmoot.i18n import Message
from folkmoot.model.check import Finding, Outcome
from folkmoot.views.agenda import Rule
from folkmoot.views.look import Look
from folkmoot.views.series import dated, percent

METRIC = "review-share"
USED = 0.3
FALL = 0.7
ENOUGH = 100


def raised(look: Look) -> Finding | None:
    """Compare the last two complete years, only where the trailer was in common use."""
    yearly = dated(look.points(METRIC))
    if len(yearly) < 2 or int(yearly[-1].period) < max(look.outline.years, default=0) - 1:
        return None
    newest, earlier = yearly[-1], yearly[-2]
    now, before = newest.value or 0.0, earlier.value or 0.0
    if before < USED or now > FALL * before or min(newest.n, earlier.n) < ENOUGH:
        return None
    return Finding(
        id="fewer-reviews",
        title=Message(
            "{now}% of the commits of {year} name a reviewer; of those of {earlier} it was {before}%.",
            {
                "now": percent(now),
                "year": newest.period,
                "earlier": earlier.period,
                "before": percent(before),
            },
        ),
        outcome=Outcome.NO,
        why=(
            "Either less is reviewed, or reviews happen where git does not see them. For whoever reads the "
            "history later, both look the same."
        ),
        remedy=(
            "Ask those who apply patches whether the trailer was dropped or the review, and write the rule "
            "down."
        ),
        effort="ten minutes",
        panels=(METRIC,),
    )


RULE = Rule("fewer-reviews", 42, raised)
