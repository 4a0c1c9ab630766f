"""Months that brought far more stars or forks than a project is used to, said in words."""

from __future__ import annotations

from folkmoot.i18n import Message, Text
from folkmoot.model.page import Panel
from folkmoot.views.headlines import Headline
from folkmoot.views.series import dated

UNUSUAL = 3.5
"""Robust spreads from which on a month is unusual (Iglewicz and Hoaglin)."""
RECENT = 24
"""Months that are looked back on."""

MORE = {
    "stars": "Far more stars than usual came in {month}: {count}.",
    "forks": "Far more forks than usual came in {month}: {count}.",
}
NONE = "No month of the last two years brought unusually many stars or forks."
NONE_OF = {
    "stars": "No month of the last two years brought unusually many stars.",
    "forks": "No month of the last two years brought unusually many forks.",
}
"""Where only one of both is known."""


def tell(panel: Panel) -> Text:
    """Name the newest month that brought far more than usual, or say that there was none."""
    found = [
        (point.period, what, point.n)
        for what in MORE
        for point in dated(panel.points, what)[-RECENT:]
        if (point.value or 0.0) > UNUSUAL
    ]
    if found:
        month, what, count = max(found)
        return Message(MORE[what], {"month": month, "count": count})
    known = [what for what in MORE if dated(panel.points, what)]
    return NONE if len(known) > 1 else NONE_OF[known[0]] if known else ""


HEADLINE = Headline(tell, ("unusual-attention",))
