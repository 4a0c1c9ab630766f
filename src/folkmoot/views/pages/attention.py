"""Attention: stars and forks, gained and lost, which tell who looks and not who stays."""

from __future__ import annotations

from folkmoot.i18n import Message, Text
from folkmoot.model.event import Kind
from folkmoot.model.metric import LAST_YEAR
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
    patches = look.outline.patches
    if look.outline.hides_stars or (Kind.STAR in patches.kinds and patches.leaves_open(LAST_YEAR)):
        return _without_stars(look)
    stars = sum(point.value or 0 for point in dated(look.points("stars"), "given")[-YEAR:])
    forks = sum(point.value or 0 for point in dated(look.points("forks"))[-YEAR:])
    if not stars and not forks:
        return "Stars and forks say who looks, not who stays."
    return Message(
        "Stars given in the last 12 complete months: {stars}; forks: {forks}. They say who looks, not who "
        "stays.",
        {"stars": count(stars), "forks": count(forks)},
    )


def _without_stars(look: Look) -> Text:
    """Say what a year brought where nobody tells of all stars when they were given."""
    forks = sum(point.value or 0 for point in dated(look.points("forks"))[-YEAR:])
    counted = [point.value for point in look.points("stars-total", label="counted") if point.value]
    if counted and forks:
        return Message(
            "Forks in the last 12 complete months: {forks}. Stars in all: {stars}; how many of them are new "
            "is not known here. Stars and forks say who looks, not who stays.",
            {"forks": count(forks), "stars": count(counted[-1])},
        )
    if counted:
        return Message(
            "Stars in all: {stars}; how many of them are new is not known here. They say who looks, not "
            "who stays.",
            {"stars": count(counted[-1])},
        )
    if not forks:
        return "How many stars a year brought is not known here. They would say who looks, not who stays."
    return Message(
        "Forks in the last 12 complete months: {forks}; how many stars were given is not known here. They "
        "say who looks, not who stays.",
        {"forks": count(forks)},
    )


PAGE = PagePlan("attention", "Attention", 74, lede, applies=applies)
