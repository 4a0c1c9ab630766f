"""Newcomers: the way in, where people fall off it, and who waits for an answer right now."""

from __future__ import annotations

from collections.abc import Sequence

from folkmoot.i18n import Message, Text
from folkmoot.model.page import Panel
from folkmoot.views.look import Look
from folkmoot.views.plan import PagePlan
from folkmoot.views.series import percent
from folkmoot.views.told import ITEMS, LOOKS, tells_of, untold
from folkmoot.views.waiting import newcomers, waiting_panel

YEAR = "last 12 months"


def applies(look: Look) -> bool:
    """Tell whether a forge knows who comes."""
    return tells_of(look, ITEMS | LOOKS)


def more(look: Look) -> Sequence[Panel]:
    """Give the list of those who wait now."""
    if not tells_of(look, ITEMS):
        return ()
    panel = waiting_panel(
        look,
        "newcomers-waiting",
        "New people who wait now",
        "Whose very first issue or change has no answer yet?",
        newcomers(look),
        "Nobody new has waited for more than {days} days.",
    )
    return (panel,)


def lede(look: Look) -> Text:
    """Say how many came in a year, and how many of them were answered."""
    if sentence := untold(look, ITEMS | LOOKS):
        return sentence
    if not tells_of(look, ITEMS):
        return "No issue and no change was read here, so who came with one is not known."
    asked = next(iter(look.points("newcomer-answers", label="answered", period=YEAR)), None)
    if asked is None or not asked.n:
        return (
            "In the last 12 months nobody new has come with an issue or a change, as far as the forge tells."
        )
    values: dict[str, str | int | float] = {"people": asked.n}
    if asked.value is None:
        return Message(
            "New people who came with an issue or a change in the last 12 months: {people}.", values
        )
    return Message(
        "In the last 12 months {people} new people came with an issue or a change; {share}% of them got an "
        "answer.",
        values | {"share": percent(asked.value)},
    )


PAGE = PagePlan("newcomers", "Newcomers", 24, lede, more, applies)
