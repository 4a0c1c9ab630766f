"""Releases: how often work reaches its users."""

from __future__ import annotations

from folkmoot.i18n import Message, Text
from folkmoot.views.look import Look
from folkmoot.views.missing import NO_COMMITS, NO_RELEASES
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
        "days": round(newest.value),
        "waiting": look.outline.unreleased,
    }
    if look.outline.unreleased and look.outline.projects == 1:
        return Message(
            "{count} versions are tagged, pre-releases not counted. The newest is {days} days old, and "
            "{waiting} commits have landed since.",
            values,
        )
    return Message(
        "{count} versions are tagged, pre-releases not counted. The newest is {days} days old.", values
    )


PAGE = PagePlan("releases", "Releases", 70, lede)
