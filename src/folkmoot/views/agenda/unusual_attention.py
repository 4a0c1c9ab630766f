"""A month or a day that brought far more stars or forks than usual: a chance, or something to look into."""

from __future__ import annotations

from folkmoot.i18n import Message
from folkmoot.model.check import Finding, Outcome
from folkmoot.model.event import DAY
from folkmoot.model.page import Point
from folkmoot.views.agenda import Rule
from folkmoot.views.look import Look
from folkmoot.views.period import iso_date
from folkmoot.views.series import dated

METRIC = "unusual-attention"
BY_DAY = "stars-unusual-days"
NEWS = 14 * DAY
"""Seconds for which a day is worth looking into: that long guests keep coming."""
UNUSUAL = 3.5
ENOUGH = 20
TITLES = {
    "stars": "{period} brought {count} stars, far more than usual.",
    "forks": "{period} brought {count} forks, far more than usual.",
}


def raised(look: Look) -> Finding | None:
    """Look at the newest month that is over, and at the newest days where they were counted."""
    for label, title in TITLES.items():
        months = dated(look.points(METRIC), label)
        if months and _is_unusual(months[-1]):
            return _finding(title, months[-1], METRIC, label)
    since = iso_date(look.outline.as_of - NEWS)
    days = [day for day in dated(look.points(BY_DAY), "gained") if _is_unusual(day) and day.period >= since]
    return _finding(TITLES["stars"], days[-1], BY_DAY, "stars-from-day-to-day") if days else None


def _is_unusual(point: Point) -> bool:
    return (point.value or 0) >= UNUSUAL and point.n >= ENOUGH


def _finding(title: str, point: Point, *panels: str) -> Finding:
    return Finding(
        id="unusual-attention",
        title=Message(title, {"period": point.period, "count": point.n}),
        outcome=Outcome.UNKNOWN,
        why=(
            "Somebody may have written about the project, and new people come with questions for some "
            "weeks. Stars can also be bought, by anybody and for any project."
        ),
        remedy=(
            "Find out where people come from. If somebody wrote about you, thank them, and make sure "
            "that the README and the first issues are ready for guests."
        ),
        effort="half an hour",
        panels=panels,
    )


RULE = Rule("unusual-attention", 28, raised)
