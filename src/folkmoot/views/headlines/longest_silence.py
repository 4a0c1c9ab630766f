"""The longest time without a commit."""

from __future__ import annotations

from folkmoot.i18n import Message, Text
from folkmoot.model.page import Panel
from folkmoot.views.headlines import Headline


def tell(panel: Panel) -> Text:
    """Give the longest silence of all time in days, and the year it ended in where that year is over."""
    for point in panel.points:
        if point.period == "all time" and point.value is not None and point.value >= 2:
            ended = [
                year.period
                for year in panel.points
                if year.value == point.value and year.complete and year is not point
            ]
            text = "The longest time without a commit by a person was {days} days, and ended in {year}."
            if not ended:
                text = "The longest time without a commit by a person was {days} days."
            return Message(text, {"days": round(point.value), "year": ended[0] if ended else ""})
    return ""


HEADLINE = Headline(tell, ("longest-silence",))
