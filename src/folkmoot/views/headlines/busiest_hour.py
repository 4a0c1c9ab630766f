"""When most commits are made, by the authors' own clocks."""

from __future__ import annotations

from folkmoot.i18n import Message, Text
from folkmoot.model.page import Panel
from folkmoot.views.headlines import Headline

ENOUGH = 100
"""Commits below which an hour stands out by chance."""


def tell(panel: Panel) -> Text:
    """Name the hour of the day with the most commits of the last 12 months."""
    hours: dict[str, float] = {}
    for point in panel.points:
        if point.period == "last 12 months":
            hours[point.part] = hours.get(point.part, 0.0) + (point.value or 0.0)
    if sum(hours.values()) < ENOUGH:
        return ""
    busiest = max(hours, key=lambda hour: hours[hour])
    return Message(
        "Over the whole week, the hour with the most commits of the last 12 months began at {hour}:00, by "
        "the authors' own clocks.",
        {"hour": busiest},
    )


HEADLINE = Headline(tell, ("working-hours",))
