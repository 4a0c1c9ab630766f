"""How few people, or organisations, made half of what there is."""

from __future__ import annotations

from folkmoot.i18n import Message, Text
from folkmoot.model.coverage import Quality
from folkmoot.model.page import Panel
from folkmoot.views.headlines import Headline
from folkmoot.views.series import count

ENOUGH = 5
"""Commits of which half says something; of two it is always one person, or two."""

ONE = {
    "contributor-absence-factor": "At least half of the last 12 months' {n} commits came from one person.",
    "contributor-absence-factor-lines": (
        "At least half of the lines changed in the last 12 months came from one person."
    ),
    "elephant-factor": (
        "At least half of the last 12 months' commits of known origin came from one organisation."
    ),
}
"""Of one it may be far more than half, and often is all."""
MORE = {
    "contributor-absence-factor": "Half of the last 12 months' {n} commits came from {value} people.",
    "contributor-absence-factor-lines": (
        "Half of the lines changed in the last 12 months came from {value} people."
    ),
    "elephant-factor": "Half of the last 12 months' commits of known origin came from {value} organisations.",
}
SO_FAR = {
    "At least half of the last 12 months' {n} commits came from one person.": (
        "At least half of the {n} commits so far came from one person."
    ),
    "Half of the last 12 months' {n} commits came from {value} people.": (
        "Half of the {n} commits so far came from {value} people."
    ),
    "At least half of the lines changed in the last 12 months came from one person.": (
        "At least half of the lines changed so far came from one person."
    ),
    "Half of the lines changed in the last 12 months came from {value} people.": (
        "Half of the lines changed so far came from {value} people."
    ),
}
"""What is said instead of a history that began in these 12 months."""


def tell(panel: Panel) -> Text:
    """Say who carried half of the last 12 months."""
    always = {point.n for point in panel.points if point.period == "all time" and not point.label}
    for point in panel.points:
        if (
            point.period == "last 12 months"
            and point.value is not None
            and not point.label
            and point.n >= ENOUGH
        ):
            sentence = (ONE if point.value == 1 else MORE)[panel.id]
            if point.n in always and panel.coverage is Quality.COMPLETE:
                sentence = SO_FAR.get(sentence, sentence)
            return Message(sentence, {"value": count(point.value), "n": point.n})
    return ""


HEADLINE = Headline(tell, tuple(ONE))
