"""Days that brought or took far more stars than a project is used to, said in words."""

from __future__ import annotations

from folkmoot.i18n import Message, Text
from folkmoot.model.page import Panel
from folkmoot.views.headlines import Headline
from folkmoot.views.headlines.unusual_months import UNUSUAL
from folkmoot.views.series import dated

SAID = {
    "gained": "Far more stars than usual came on {day}: {count}.",
    "lost": "Far more stars than usual were taken back on {day}: {count}.",
}
NONE = "No day that was counted brought or took unusually many stars."


def tell(panel: Panel) -> Text:
    """Name the newest day on which far more stars than usual came or went, or say that there was none."""
    found = [
        (point.period, what, point.n)
        for what, sign in (("gained", 1), ("lost", -1))
        for point in dated(panel.points, what)
        if (point.value or 0.0) * sign > UNUSUAL
    ]
    if found:
        day, what, count = max(found)
        return Message(SAID[what], {"day": day, "count": count})
    return NONE if any(dated(panel.points, what) for what in SAID) else ""


HEADLINE = Headline(tell, ("stars-unusual-days",))
