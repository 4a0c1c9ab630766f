"""Attention: stars and forks, gained and lost, which tell who looks and not who stays."""

from __future__ import annotations

from folkmoot.i18n import Message, Text
from folkmoot.views.look import Look
from folkmoot.views.plan import PagePlan
from folkmoot.views.series import YEAR, count, dated
from folkmoot.views.told import LOOKS, tells_of, untold


def applies(look: Look) -> bool:
    """Tell whether anybody counted stars or forks."""
    return tells_of(look, LOOKS)


def lede(look: Look) -> Text:
    """Say how many stars and forks a year brought, and what they do not tell."""
    if sentence := untold(look, LOOKS):
        return sentence
    stars = sum(point.value or 0 for point in dated(look.points("stars"), "given")[-YEAR:])
    forks = sum(point.value or 0 for point in dated(look.points("forks"))[-YEAR:])
    if not stars and not forks:
        return "Stars and forks say who looks, not who stays."
    return Message(
        "The last 12 complete months brought {stars} stars and {forks} forks. They say who looks, not who "
        "stays.",
        {"stars": count(stars), "forks": count(forks)},
    )


PAGE = PagePlan("attention", "Attention", 74, lede, applies=applies)
