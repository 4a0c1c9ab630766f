"""How long changes waited, in hours where days would be too coarse."""

from __future__ import annotations

from math import ceil

from folkmoot.i18n import Message, Text
from folkmoot.model.page import Panel
from folkmoot.views.headlines import Headline
from folkmoot.views.series import at_most

AT_ONCE = (
    "Half of the {n} changes merged in the last 12 months waited two hours or less, nine in ten {most} days "
    "or less."
)
IN_HOURS = (
    "Half of the {n} changes merged in the last 12 months waited {middle} hours or less, nine in ten {most} "
    "days or less."
)
IN_DAYS = (
    "Half of the {n} changes merged in the last 12 months waited {middle} days or less, nine in ten {most} "
    "days or less."
)


def tell(panel: Panel) -> Text:
    """Say what the middle change waited, and what nine in ten did not exceed."""
    values = {p.label: p for p in panel.points if p.period == "last 12 months" and p.value is not None}
    middle, most = values.get("median"), values.get("p90")
    if middle is None or most is None or middle.value is None or most.value is None:
        return ""
    days = middle.value
    if days <= 2 / 24:
        return Message(AT_ONCE, {"n": middle.n, "most": max(2, ceil(most.value))})
    if days < 2:
        return Message(IN_HOURS, {"n": middle.n, "middle": ceil(days * 24), "most": max(2, ceil(most.value))})
    return Message(IN_DAYS, {"n": middle.n, "middle": at_most(days), "most": max(2, ceil(most.value))})


HEADLINE = Headline(tell, ("time-to-merge",))
