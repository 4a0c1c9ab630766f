"""Overview: the agenda, then the five numbers of the CHAOSS starter model as far as git knows them."""

from __future__ import annotations

from collections.abc import Sequence

from folkmoot.i18n import Message, Text
from folkmoot.model.page import Panel
from folkmoot.store.reach import SHALLOW
from folkmoot.views.agenda_panel import agenda_panel
from folkmoot.views.look import Look
from folkmoot.views.missing import NO_COMMITS
from folkmoot.views.period import iso_date
from folkmoot.views.plan import PagePlan
from folkmoot.views.starter import starter_panels

MANY_BY_BOTS = 0.1
"""Share of all commits from which on those of bots are told apart: nobody may take them for people's."""


def more(look: Look) -> Sequence[Panel]:
    """Give the agenda and, where there is a history, the starter model."""
    return [agenda_panel(look), *(starter_panels(look) if look.outline.commits else ())]


def lede(look: Look) -> Text:
    """Say how large the community is, since when, and how fresh the numbers are."""
    outline = look.outline
    if not outline.commits:
        return NO_COMMITS
    values: dict[str, str | int | float] = {
        "people": outline.people,
        "commits": outline.commits,
        "since": iso_date(outline.first_commit),
        "until": iso_date(outline.last_commit),
        "bots": outline.bot_commits,
    }
    is_cut_off = any(isinstance(note, Message) and note.text == SHALLOW for note in outline.notes)
    if is_cut_off and outline.people > 1:
        return Message(
            "This clone does not reach back to the beginning: it holds {commits} commits by {people} people "
            "from {since} on, the newest of {until}.",
            values,
        )
    if outline.commits == 1:
        return Message("One commit so far, made on {until}.", values)
    if not outline.people:
        return Message("Only bots have committed here so far, the last time on {until}.", values)
    if outline.people == 1 and is_cut_off:
        return Message(
            "This clone does not reach back to the beginning: it holds {commits} commits by one person from "
            "{since} on, the newest of {until}.",
            values,
        )
    has_many_by_bots = outline.bot_commits >= MANY_BY_BOTS * outline.commits
    if outline.people == 1 and has_many_by_bots:
        return Message(
            "One person has contributed since {since}; of {commits} commits, the newest of {until}, bots "
            "made {bots}.",
            values,
        )
    if outline.people == 1:
        return Message(
            "One person has contributed since {since}: {commits} commits, the newest of {until}.", values
        )
    if has_many_by_bots:
        return Message(
            "{people} people have contributed since {since}; of {commits} commits, the newest of {until}, "
            "bots made {bots}.",
            values,
        )
    return Message(
        "{people} people have contributed since {since}; {commits} commits, the newest of {until}.", values
    )


PAGE = PagePlan("overview", "Overview", 10, lede, more)
