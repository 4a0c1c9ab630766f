"""How old the newest release is that is no pre-release, and how old is usual."""

from __future__ import annotations

from folkmoot.i18n import Message, Text
from folkmoot.model.page import Panel
from folkmoot.views.headlines import Headline
from folkmoot.views.period import is_stale

AT_ONCE = 0.1
EARLY = "The newest final release is far younger than the usual time between two."
TODAY = "The newest final release is less than a day old."


def tell(panel: Panel) -> Text:
    """Give the days, or the multiple of what is usual."""
    value = next((point.value for point in panel.points if point.value is not None), None)
    if value is None:
        return ""
    if panel.id == "release-pace":
        if is_stale(panel.data_until, panel.freshness):
            return ""
        if value < AT_ONCE:
            return EARLY
        times = round(value, 2)  # as the figure below it
        return Message(
            "The time since the newest final release is {times} times the usual one.",
            {"times": int(times) if times == int(times) else times},
        )
    if value < 1:
        return TODAY
    return (
        Message("The newest final release known here is {days} days old.", {"days": round(value)})
        if round(value) > 1
        else ""
    )


HEADLINE = Headline(tell, ("days-since-release", "release-pace"))
