"""Most of the reviewing rests on one person, who is not named: it is the community's to share."""

from __future__ import annotations

from folkmoot.i18n import Message
from folkmoot.model.check import Finding, Outcome
from folkmoot.views.agenda import Rule
from folkmoot.views.look import Look
from folkmoot.views.series import percent

METRIC = "top-reviewer-share"
ENOUGH = 30
MOST = 0.6


def raised(look: Look) -> Finding | None:
    """Look at the last 12 months."""
    share = look.point(METRIC, "last 12 months")
    if share is None or share.value is None or share.n < ENOUGH or share.value < MOST:
        return None
    return Finding(
        id="review-load",
        title=Message(
            "One person gave {share}% of the reviews of the last 12 months.", {"share": percent(share.value)}
        ),
        outcome=Outcome.NO,
        evidence=(Message("Reviews in the last 12 months: {n}.", {"n": share.n}),),
        why="When that person is ill, away or tired, everything waits; and it is how reviewers burn out.",
        remedy=(
            "Ask somebody whose changes were merged lately to review one change together with an experienced "
            "reviewer, and then alone. Being asked is what most people wait for."
        ),
        effort="an hour",
        panels=(METRIC, "review-load", "active-reviewers"),
    )


RULE = Rule("review-load", 64, raised)
