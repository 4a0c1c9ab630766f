"""Releases: how often work reaches its users."""

from __future__ import annotations

from folkmoot.i18n import Message, Text
from folkmoot.model.event import DAY
from folkmoot.views.look import Look
from folkmoot.views.missing import NO_COMMITS, NO_RELEASES
from folkmoot.views.period import iso_date
from folkmoot.views.plan import PagePlan


def lede(look: Look) -> Text:
    """Say how many releases there are and how old the newest is."""
    if not look.outline.commits:
        return NO_COMMITS
    if not look.outline.releases:
        return NO_RELEASES
    newest = look.point("days-since-release", "all time")
    if newest is None or newest.value is None:
        return "Only pre-releases are tagged so far."
    values: dict[str, str | int | float] = {
        "count": newest.n,
        "date": iso_date(look.outline.as_of - round(newest.value * DAY)),
        "waiting": look.outline.unreleased,
    }
    if look.outline.unreleased and look.outline.projects == 1:
        return Message(
            "Versions tagged, pre-releases not counted: {count}. The newest is of {date}; commits "
            "that landed since then: {waiting}.",
            values,
        )
    return Message("Versions tagged, pre-releases not counted: {count}. The newest is of {date}.", values)


PAGE = PagePlan("releases", "Releases", 70, lede)
