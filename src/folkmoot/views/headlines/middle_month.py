"""People in a typical month: they would be counted twice in a sum over months."""

from __future__ import annotations

from folkmoot.i18n import Message, Text
from folkmoot.model.page import Panel
from folkmoot.views.headlines import Headline
from folkmoot.views.series import count, year_against_year


def tell(panel: Panel) -> Text:
    """Compare the median months of two years."""
    years = year_against_year(panel.points)
    if years is None or sum(years.middles) == 0:
        return ""
    now, before = years.middles
    return Message(
        "Contributors in a typical month: {now} in the year to {until}, {before} in the year before.",
        {"now": count(now), "before": count(before), "until": years.until},
    )


HEADLINE = Headline(tell, ("active-contributors",))
