"""How many people carried most of the last year."""

from __future__ import annotations

from folkmoot.i18n import Message, Text
from folkmoot.model.coverage import Quality
from folkmoot.model.page import Panel
from folkmoot.views.headlines import Headline
from folkmoot.views.series import count

LATELY = "In the last 12 months, {core} of {everybody} authors made four in five commits."
SO_FAR = "So far, {core} of {everybody} authors made four in five commits."
"""Said of a history that began in these 12 months."""


def tell(panel: Panel) -> Text:
    """Say how many people made four in five commits, and how many people there were."""
    recent = {p.label: p.value or 0.0 for p in panel.points if p.period == "last 12 months"}
    everybody = sum(recent.values())
    core = recent.get("core", 0.0)
    if everybody < 5 or core < 2:
        return ""
    told = {
        span: {(p.label, p.value, p.n) for p in panel.points if p.period == span}
        for span in ("last 12 months", "all time")
    }
    is_all = told["last 12 months"] == told["all time"] and panel.coverage is Quality.COMPLETE
    return Message(SO_FAR if is_all else LATELY, {"core": count(core), "everybody": count(everybody)})


HEADLINE = Headline(tell, ("contributor-types",))
