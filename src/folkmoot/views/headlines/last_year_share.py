"""A share of the last 12 months, in one sentence."""

from __future__ import annotations

from folkmoot.i18n import Message, Text
from folkmoot.model.page import Panel
from folkmoot.views.headlines import Headline
from folkmoot.views.series import percent

ENOUGH = 20

SENTENCES = {
    "off-hours": "{share}% of the last 12 months' commits were made outside office hours.",
    "weekend-work": (
        "{share}% of the last 12 months' commits were made at weekends; chance alone would give 29%."
    ),
    "self-merged": (
        "Of the {n} changes of the last 12 months whose merger is known, {share}% were merged by their "
        "author."
    ),
    "direct-pushes": (
        "{share}% of what landed on the main line in the last 12 months came without a change that git shows."
    ),
}


def tell(panel: Panel) -> Text:
    """Give the share where enough stands behind it."""
    for point in panel.points:
        if point.period == "last 12 months" and point.value is not None and point.n >= ENOUGH:
            return Message(SENTENCES[panel.id], {"share": percent(point.value), "n": point.n})
    return ""


HEADLINE = Headline(tell, tuple(SENTENCES))
