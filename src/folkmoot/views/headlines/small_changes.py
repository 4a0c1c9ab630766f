"""How much of what lands is small enough to review over a coffee."""

from __future__ import annotations

from folkmoot.i18n import Message, Text
from folkmoot.model.page import Panel
from folkmoot.views.headlines import Headline
from folkmoot.views.series import percent

SMALL = {"XS", "S"}


def tell(panel: Panel) -> Text:
    """Add up what changed fewer than 30 lines."""
    recent = [p for p in panel.points if p.period == "last 12 months" and p.value is not None]
    if not recent:
        return ""
    share = sum(point.value or 0.0 for point in recent if point.label in SMALL)
    return Message(
        "{share}% of what landed in the last 12 months changed fewer than 30 lines.",
        {"share": percent(share)},
    )


HEADLINE = Headline(tell, ("change-sizes",))
