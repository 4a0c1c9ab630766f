"""Decisions: what is open and what it still needs, what was decided and by which rule."""

from __future__ import annotations

from collections.abc import Sequence

from folkmoot.i18n import Message, Text
from folkmoot.model.page import Panel
from folkmoot.views.governing.decision_panels import decision_panels
from folkmoot.views.governing.not_found import not_found
from folkmoot.views.governing.telling import short
from folkmoot.views.look import Look
from folkmoot.views.plan import PagePlan
from folkmoot.views.several import of_several

NONE = (
    "No record of a vote was found in the repository. `folkmoot init --governance` makes a place for "
    "decisions."
)


def applies(look: Look) -> bool:
    """Tell whether any repository holds decisions."""
    return any(known.has_decisions for known in look.governing)


def more(look: Look) -> Sequence[Panel]:
    """Give the panels of every repository that holds decisions."""
    found = [known for known in look.governing if known.has_decisions]
    told = (
        (known.project, short(known.name), panel)
        for known in found
        for panel in decision_panels(known, look.role_names)
    )
    return of_several(told, len(found))


def lede(look: Look) -> Text:
    """Say how many decisions there are, and where this is read."""
    found = [known for known in look.governing if known.has_decisions]
    if not found:
        return not_found(look, NONE)
    own = sum(len(known.own.decisions) for known in found if known.own is not None)
    records = sum(len(known.records) for known in found)
    values: dict[str, str | int | float] = {"own": own, "records": records}
    if own and records:
        return Message(
            "Decisions in .folkmoot: {own}; other votes on record: {records}. All of it is read from git.",
            values,
        )
    if own:
        return Message(
            "Decisions in .folkmoot: {own}. Anybody with a clone can count each of them again.", values
        )
    if records:
        return Message(
            "Votes on record in the repository: {records}, read in the form in which the community keeps "
            "them.",
            values,
        )
    return "There is a place for decisions here, and none is on record yet."


PAGE = PagePlan("decisions", "Decisions", 82, lede, more, applies)
