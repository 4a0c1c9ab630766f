"""The project says itself that it has ended: then nothing else about its work is advice to anybody."""

from __future__ import annotations

from dataclasses import replace

from folkmoot.checks.community.declared_end import is_announced
from folkmoot.model.check import Finding
from folkmoot.views.agenda import Rule
from folkmoot.views.agenda._answered_no import answered_no
from folkmoot.views.look import Look

ENDED = "declared-end"
SAID = (
    "The README says that this project is no longer looked after here.",
    "The README of {project} says that it is no longer looked after here.",
)
ANNOUNCED = (
    "The README announces an end of this project for a time that has passed.",
    "The README of {project} announces its end for a time that has passed.",
)


def raised(look: Look) -> Finding | None:
    """Raise the finding of the check where a README says so."""
    found = answered_no(look, ENDED, *SAID)
    if found and is_announced(found):
        found = answered_no(look, ENDED, *ANNOUNCED)
    return replace(found, panels=("community-files",)) if found else None


RULE = Rule(ENDED, 98, raised, concerns_users=True)
