"""How many of a year's newcomers were still there a year later."""

from __future__ import annotations

from folkmoot.i18n import Message, Text
from folkmoot.model.page import Panel
from folkmoot.views.headlines import Headline
from folkmoot.views.series import percent


def tell(panel: Panel) -> Text:
    """Take the newest year of newcomers that can be watched for twelve months."""
    watched = [p for p in panel.points if p.part == "12" and p.value is not None]
    if not watched:
        return ""
    newest = max(watched, key=lambda point: point.label)
    if not newest.value:
        return Message(
            "Of the {n} people who came in {year}, none contributed a year after their first time or later.",
            {"n": newest.n, "year": newest.label},
        )
    return Message(
        (
            "Of the {n} people who came in {year}, {share}% still contributed a year after their first time "
            "or later."
        ),
        {"n": newest.n, "year": newest.label, "share": percent(newest.value or 0.0)},
    )


HEADLINE = Headline(tell, ("contributor-retention",))
