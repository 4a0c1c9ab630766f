"""How many of a year's newcomers were still there a year later."""

from __future__ import annotations

from folkmoot.i18n import Message, Text
from folkmoot.model.page import Panel, Point
from folkmoot.views.headlines import Headline
from folkmoot.views.series import percent

LONG_AGO = 10
"""Years after which who stayed from a year's newcomers is history, and no news."""


def tell(panel: Panel) -> Text:
    """Take the newest year of newcomers for all of whom the twelve months are over.

    A curve ends where it falls to nobody: of those who were gone after six months none came for twelve.
    """
    this_year = int(panel.freshness[:4])
    watched = [
        point
        for point in panel.points
        if point.value is not None
        and (point.part == "12" or _is_end(point))
        and int(point.label) + 2 <= this_year
    ]
    if not watched:
        return ""
    newest = max(watched, key=lambda point: point.label)
    if int(newest.label) < this_year - LONG_AGO:
        return ""
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


def _is_end(point: Point) -> bool:
    return point.value == 0 and int(point.part) < 12


HEADLINE = Headline(tell, ("contributor-retention",))
