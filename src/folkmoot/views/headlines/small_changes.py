"""How much of what lands is small enough to review over a coffee."""

from __future__ import annotations

from folkmoot.i18n import Message, Text
from folkmoot.model.coverage import Quality
from folkmoot.model.page import Panel
from folkmoot.views.headlines import Headline
from folkmoot.views.series import percent

SMALL = {"XS", "S"}
LATELY = "{share}% of what landed in the last 12 months changed fewer than 30 lines."
SO_FAR = "{share}% of what has landed so far changed fewer than 30 lines."
"""Said of a history that began in these 12 months."""


def tell(panel: Panel) -> Text:
    """Add up what changed fewer than 30 lines."""
    recent = [p for p in panel.points if p.period == "last 12 months" and p.value is not None]
    if not recent:
        return ""
    share = sum(point.value or 0.0 for point in recent if point.label in SMALL)
    always = {point.n for point in panel.points if point.period == "all time"}
    is_all = {point.n for point in recent} == always and panel.coverage is Quality.COMPLETE
    return Message(SO_FAR if is_all else LATELY, {"share": percent(share)})


HEADLINE = Headline(tell, ("change-sizes",))
