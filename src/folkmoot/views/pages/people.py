"""People: who comes, who stays, who goes, and how many carry the work."""

from __future__ import annotations

from folkmoot.i18n import Message, Text
from folkmoot.views.look import Look
from folkmoot.views.missing import NO_COMMITS
from folkmoot.views.plan import PagePlan
from folkmoot.views.series import count, dated


def lede(look: Look) -> Text:
    """Give the newest complete month."""
    if not look.outline.commits:
        return NO_COMMITS
    months = dated(look.points("active-contributors"))
    if not months:
        return "There is no complete month to tell about yet."
    newest = months[-1]
    new = look.value("new-contributors", newest.period) or 0.0
    values: dict[str, str | int | float] = {
        "month": newest.period,
        "active": count(newest.value or 0.0),
        "new": count(new),
    }
    if newest.value == 0:
        return Message("In {month}, nobody contributed.", values)
    if newest.value == 1:
        return Message("In {month}, one person contributed.", values)
    if new == 0:
        return Message("In {month}, {active} people contributed; all of them had contributed before.", values)
    return Message("In {month}, {active} people contributed; new among them: {new}.", values)


PAGE = PagePlan("people", "People", 20, lede)
