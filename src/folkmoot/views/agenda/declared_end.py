"""The project says itself that it has ended: then nothing else about its work is advice to anybody."""

from __future__ import annotations

from dataclasses import replace

from folkmoot.model.check import Finding
from folkmoot.views.agenda import Rule
from folkmoot.views.agenda._answered_no import answered_no
from folkmoot.views.look import Look


def raised(look: Look) -> Finding | None:
    """Raise the finding of the check where a README says so."""
    found = answered_no(
        look,
        "declared-end",
        "The README says that this project is no longer looked after here.",
        "The README of {project} says that it is no longer looked after here.",
    )
    return replace(found, panels=("community-files",)) if found else None


RULE = Rule("declared-end", 98, raised, concerns_users=True)
