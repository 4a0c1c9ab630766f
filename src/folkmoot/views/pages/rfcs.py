"""RFCs: proposals by whatever name, what was decided about them, and how long that takes."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor

from folkmoot.govern.timeline_numbers import latency, waits_for_decision
from folkmoot.i18n import Message, Text
from folkmoot.model.page import Panel
from folkmoot.views.governing.known import Known
from folkmoot.views.governing.not_found import not_found
from folkmoot.views.governing.panels import NO_CONTENTS
from folkmoot.views.governing.proposal_lists import undecided
from folkmoot.views.governing.proposal_panels import proposal_panels
from folkmoot.views.governing.telling import short
from folkmoot.views.look import Look
from folkmoot.views.plan import PagePlan
from folkmoot.views.several import of_several

NONE = "No proposals were found in the repository: folders such as text/, rfcs/ or proposals/ are looked for."


def applies(look: Look) -> bool:
    """Tell whether any repository holds proposals."""
    return any(known.has_proposals for known in look.governing)


def more(look: Look) -> Sequence[Panel]:
    """Give the panels of every repository that holds proposals."""
    found = [known for known in look.governing if known.has_proposals]
    told = (
        (known.project, short(known.name), panel)
        for known in found
        for panel in proposal_panels(known, look.role_names)
    )
    return of_several(told, len(found))


def lede(look: Look) -> Text:
    """Say how many proposals there are, how many wait, and how long an answer usually takes."""
    found = [known for known in look.governing if known.has_proposals]
    if not found:
        return not_found(look, NONE)
    if len(found) > 1:
        return Message("{count} of these repositories keep proposals.", {"count": len(found)})
    return _of_one(found[0])


def _of_one(known: Known) -> Text:
    reading = known.proposals
    if reading is None:
        return NO_CONTENTS
    values: dict[str, str | int | float] = {
        "title": str(reading.layout.title), "count": len(reading.proposals), "open": len(undecided(reading)),
    }  # fmt: skip
    if reading.layout.merged and not values["open"]:
        return Message("{title} that were merged: {count}. Those that wait are not seen in a clone.", values)
    half = latency(waits_for_decision(known.history)).median_all if known.history else None
    if half is None:
        return Message("{title}: {count}, of which undecided: {open}.", values)
    values["days"] = floor(half)
    return Message(
        "{title}: {count}, of which undecided: {open}. Half of all waited {days} days or longer "
        "for an answer.",
        values,
    )


PAGE = PagePlan("rfcs", "RFCs", 84, lede, more, applies)
