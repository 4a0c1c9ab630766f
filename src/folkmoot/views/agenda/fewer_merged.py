"""Of what people offer, clearly less is merged than the year before."""

from __future__ import annotations

from datetime import UTC, datetime
from math import sqrt

from folkmoot.i18n import Message
from folkmoot.model.check import Finding, Outcome
from folkmoot.model.event import DAY, Kind
from folkmoot.views.agenda import Rule
from folkmoot.views.look import Look
from folkmoot.views.series import dated, percent

METRIC = "changes-merge-share"
ENOUGH = 30
FALL = 0.15
SETTLED = 90
"""Days for which a year must be over: what was opened in December may still be merged in March."""
REST = "The rest may be closed or still open."
REST_IN_GIT = "The rest may be closed, still open, or landed in a way that git does not show."


def raised(look: Look) -> Finding | None:
    """Compare two years that have been over for a while, where the fall is large and beyond chance."""
    newest_year = datetime.fromtimestamp(look.outline.as_of - SETTLED * DAY, UTC).year - 1
    yearly = [point for point in dated(look.points(METRIC)) if int(point.period) <= newest_year]
    if len(yearly) < 2 or int(yearly[-1].period) < newest_year:
        return None
    newest, earlier = yearly[-1], yearly[-2]
    now, before = newest.value or 0.0, earlier.value or 0.0
    if min(newest.n, earlier.n) < ENOUGH or before - now < max(
        FALL, _chance(now, newest.n, before, earlier.n)
    ):
        return None
    is_told = Kind.CHANGE_MERGED in look.outline.told
    if not is_told and may_have_landed(look, newest.period, now * newest.n, (before - now) * newest.n):
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
            REST if is_told else REST_IN_GIT,
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


def may_have_landed(look: Look, period: str, merged: float, missed: float) -> bool:
    """Tell whether changes that git does not show as merged in a period may have landed all the same.

    Where so many commits without a change came to the main line as are `missed`, these may be they. Where
    less came to it than was `merged`, changes land on another branch first, and the newest are still there.
    """
    landings = look.point("direct-pushes", period)
    if landings is None:
        return True
    return (landings.value or 0.0) * landings.n >= missed or landings.n < round(merged)


def _chance(now: float, now_n: int, before: float, before_n: int) -> float:
    """Give two standard deviations of the difference of two shares."""
    return 2 * sqrt(now * (1 - now) / now_n + before * (1 - before) / before_n)


RULE = Rule("fewer-merged", 62, raised)
