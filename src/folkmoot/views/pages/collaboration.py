"""Collaboration: who answers and reviews whom, people and organisations."""

from __future__ import annotations

from folkmoot.i18n import Message, Text
from folkmoot.views.look import Look
from folkmoot.views.plan import PagePlan
from folkmoot.views.told import REMARKS, tells_of, untold


def applies(look: Look) -> bool:
    """Tell whether a forge knows who answered whom."""
    return tells_of(look, REMARKS)


def lede(look: Look) -> Text:
    """Say how many people have answered one another in a year."""
    if sentence := untold(look, REMARKS):
        return sentence
    network = next(iter(look.points("openrank", period="last 12 months")), None)
    named = {name for point in look.points("collaboration-people") for name in (point.label, point.part)}
    people = max(network.n if network else 0, len(named))
    if not people:
        return "Nobody has answered or reviewed anybody in the last 12 months."
    return Message(
        "In the last 12 months {people} people answered or reviewed one another. Everybody shown acted in "
        "public; the order says nothing about worth.",
        {"people": people},
    )


PAGE = PagePlan("collaboration", "Collaboration", 64, lede, applies=applies)
