"""The time between two releases over the whole history, which holds where single years have too few."""

from __future__ import annotations

from math import ceil

from folkmoot.i18n import Message, Text
from folkmoot.model.page import Panel
from folkmoot.views.headlines import Headline


def tell(panel: Panel) -> Text:
    """Give the median of all times between releases, rounded up to whole days, and how many there were."""
    for point in panel.points:
        if point.period == "all time" and point.value is not None and point.value >= 2:
            return Message(
                "Of the {count} times between two releases so far, half were {days} days or less.",
                {"count": point.n, "days": ceil(point.value)},
            )
    return ""


HEADLINE = Headline(tell, ("time-between-releases",))
