"""When most commits are made, by the authors' own clocks."""

from __future__ import annotations

from folkmoot.i18n import Message, Text
from folkmoot.model.page import Panel
from folkmoot.views.headlines import Headline

ENOUGH = 100
"""Commits below which an hour stands out by chance."""


def tell(panel: Panel) -> Text:
    """Name the hour of the day with the most commits of the last 12 months; two where two are equal."""
    hours: dict[str, float] = {}
    for point in panel.points:
        if point.period == "last 12 months":
            hours[point.part] = hours.get(point.part, 0.0) + (point.value or 0.0)
    if sum(hours.values()) < ENOUGH:
        return ""
    busiest, *equal = sorted((hour for hour in hours if hours[hour] == max(hours.values())), key=int)
    if len(equal) > 1:
        return ""
    if equal:
        return Message(
            "Over the whole week, the hours with the most commits of the last 12 months began at {hour}:00 "
            "and at {other}:00, by the authors' own clocks.",
            {"hour": busiest, "other": equal[0]},
        )
    return Message(
        "Over the whole week, the hour with the most commits of the last 12 months began at {hour}:00, by "
        "the authors' own clocks.",
        {"hour": busiest},
    )


HEADLINE = Headline(tell, ("working-hours",))
