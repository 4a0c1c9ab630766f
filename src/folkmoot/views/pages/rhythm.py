"""Rhythm: when the community works, as a whole and never person by person."""

from __future__ import annotations

from folkmoot.i18n import Message, Text
from folkmoot.views.look import Look
from folkmoot.views.missing import NO_COMMITS
from folkmoot.views.plan import PagePlan
from folkmoot.views.series import percent
from folkmoot.views.small_groups import LEAST, TOO_FEW

ENOUGH = 20


def lede(look: Look) -> Text:
    """Give the shares of evenings and weekends by the authors' own clocks."""
    if not look.outline.commits:
        return NO_COMMITS
    if look.outline.people < LEAST:
        return Message(TOO_FEW, {"least": LEAST})
    off_hours = look.point("off-hours", "last 12 months")
    weekend = look.value("weekend-work", "last 12 months")
    if off_hours is None or weekend is None or off_hours.n < ENOUGH:
        return (
            "Too few commits or people in the last 12 months, or one person who made nearly all, to tell a "
            "rhythm."
        )
    return Message(
        "By the authors' own clocks, {off}% of the last 12 months' commits were made outside office hours "
        "and {weekend}% at weekends. This page is about the community, never about one person.",
        {"off": percent(off_hours.value or 0.0), "weekend": percent(weekend)},
    )


PAGE = PagePlan("rhythm", "Rhythm", 50, lede)
