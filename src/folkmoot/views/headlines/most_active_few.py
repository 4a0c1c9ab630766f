"""How much of the last year came from how few people."""

from __future__ import annotations

from folkmoot.i18n import Message, Text
from folkmoot.model.page import Panel
from folkmoot.views.headlines import Headline
from folkmoot.views.series import percent

ENOUGH = 20
"""Commits below which concentration says nothing."""


def tell(panel: Panel) -> Text:
    """Take the three most active people, without naming anybody."""
    for point in panel.points:
        if point.label == "top 3" and point.value is not None and point.value < 1 and point.n >= ENOUGH:
            return Message(
                "Three people made {share}% of the last 12 months' {n} commits.",
                {"share": percent(point.value), "n": point.n},
            )
    return ""


HEADLINE = Headline(tell, ("contribution-concentration",))
