"""The longest time without a commit."""

from __future__ import annotations

from folkmoot.i18n import Message, Text
from folkmoot.model.page import Panel
from folkmoot.views.headlines import Headline


def tell(panel: Panel) -> Text:
    """Give the longest silence of all time in days."""
    for point in panel.points:
        if point.period == "all time" and point.value is not None and point.value >= 2:
            return Message(
                "The longest time without a commit was {days} days.",
                {"days": round(point.value)},
            )
    return ""


HEADLINE = Headline(tell, ("longest-silence",))
