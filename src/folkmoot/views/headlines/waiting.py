"""How long changes waited, in hours where days would be too coarse."""

from __future__ import annotations

from folkmoot.i18n import Message, Text
from folkmoot.model.page import Panel
from folkmoot.views.headlines import Headline
from folkmoot.views.series import count

IN_HOURS = (
    "Half of the {n} changes merged in the last 12 months waited less than {middle} hours, nine in ten less "
    "than {most} days."
)
IN_DAYS = (
    "Half of the {n} changes merged in the last 12 months waited less than {middle} days, nine in ten less "
    "than {most} days."
)


def tell(panel: Panel) -> Text:
    """Say what the middle change waited, and what nine in ten did not exceed."""
    values = {p.label: p for p in panel.points if p.period == "last 12 months" and p.value is not None}
    middle, most = values.get("median"), values.get("p90")
    if middle is None or most is None or middle.value is None or most.value is None:
        return ""
    days = middle.value
    shown = max(1, round(days * 24)) if days < 2 else count(round(days, 1))
    return Message(
        IN_HOURS if days < 2 else IN_DAYS,
        {"n": middle.n, "middle": shown, "most": count(round(most.value, 1))},
    )


HEADLINE = Headline(tell, ("time-to-merge",))
