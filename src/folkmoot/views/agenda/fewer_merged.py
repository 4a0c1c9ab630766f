"""Of what people offer, clearly less is merged than the year before."""

from __future__ import annotations

from math import sqrt

from folkmoot.i18n import Message
from folkmoot.model.check import Finding, Outcome
from folkmoot.views.agenda import Rule
from folkmoot.views.look import Look
from folkmoot.views.series import dated, percent

METRIC = "changes-merge-share"
ENOUGH = 30
FALL = 0.15


def raised(look: Look) -> Finding | None:
    """Compare the last two complete years, where the fall is large and beyond chance."""
    yearly = dated(look.points(METRIC))
    if len(yearly) < 2 or int(yearly[-1].period) < max(look.outline.years, default=0) - 1:
        return None
    newest, earlier = yearly[-1], yearly[-2]
    now, before = newest.value or 0.0, earlier.value or 0.0
    if min(newest.n, earlier.n) < ENOUGH or before - now < max(
        FALL, _chance(now, newest.n, before, earlier.n)
    ):
        return None
    return Finding(
        id="fewer-merged",
        title=Message(
            (
                "Of the {count} changes opened in {year}, {now}% have been merged; of those of {earlier} it "
                "was {before}%."
            ),
            {
                "count": newest.n,
                "year": newest.period,
                "now": percent(now),
                "earlier": earlier.period,
                "before": percent(before),
            },
        ),
        outcome=Outcome.NO,
        evidence=(
            Message(
                "{count} changes were opened in {earlier}.", {"count": earlier.n, "earlier": earlier.period}
            ),
            "The rest may be closed or still open.",
        ),
        why=(
            "Either more of what arrives does not fit, or nobody has time to look. Both cost those who "
            "offer it, and those who have to say no."
        ),
        remedy=(
            "Look through ten of the others together. If they did not fit, say in the contributing guide "
            "what does; if they wait, close kindly what will never land and name a person for the rest."
        ),
        effort="an hour",
        panels=(METRIC, "changes-opened", "changes-merged"),
    )


def _chance(now: float, now_n: int, before: float, before_n: int) -> float:
    """Give two standard deviations of the difference of two shares."""
    return 2 * sqrt(now * (1 - now) / now_n + before * (1 - before) / before_n)


RULE = Rule("fewer-merged", 62, raised)
