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
    if look.outline.hides_stars:
        return _without_stars(look)
    stars = sum(point.value or 0 for point in dated(look.points("stars"), "given")[-YEAR:])
    forks = sum(point.value or 0 for point in dated(look.points("forks"))[-YEAR:])
    if not stars and not forks:
        return "Stars and forks say who looks, not who stays."
    return Message(
        "The last 12 complete months brought {stars} stars and {forks} forks. They say who looks, not who "
        "stays.",
        {"stars": count(stars), "forks": count(forks)},
    )


def _without_stars(look: Look) -> Text:
    """Say what a year brought where nobody tells when stars were given."""
    forks = sum(point.value or 0 for point in dated(look.points("forks"))[-YEAR:])
    counted = [point.value for point in look.points("stars-total", label="counted") if point.value]
    if counted and forks:
        return Message(
            "The last 12 complete months brought {forks} forks. There are {stars} stars; when they were "
            "given is not told here. Stars and forks say who looks, not who stays.",
            {"forks": count(forks), "stars": count(counted[-1])},
        )
    if counted:
        return Message(
            "There are {stars} stars; when they were given is not told here. They say who looks, not who "
            "stays.",
            {"stars": count(counted[-1])},
        )
    if not forks:
        return "When stars were given is not told here. They would say who looks, not who stays."
    return Message(
        "The last 12 complete months brought {forks} forks; when stars were given is not told here. They say "
        "who looks, not who stays.",
        {"forks": count(forks)},
    )


PAGE = PagePlan("attention", "Attention", 74, lede, applies=applies)
