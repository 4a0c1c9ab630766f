"""How many people carried most of the last year."""

from __future__ import annotations

from folkmoot.i18n import Message, Text
from folkmoot.model.page import Panel
from folkmoot.views.headlines import Headline
from folkmoot.views.series import count


def tell(panel: Panel) -> Text:
    """Say how many people made four in five commits, and how many people there were."""
    recent = {p.label: p.value or 0.0 for p in panel.points if p.period == "last 12 months"}
    everybody = sum(recent.values())
    core = recent.get("core", 0.0)
    if everybody < 5 or core < 2:
        return ""
    return Message(
        "In the last 12 months, {core} of {everybody} authors made four in five commits.",
        {"core": count(core), "everybody": count(everybody)},
    )


HEADLINE = Headline(tell, ("contributor-types",))
