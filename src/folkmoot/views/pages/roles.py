"""Roles: who holds what, since when and by which decision; who comes and goes."""

from __future__ import annotations

from collections.abc import Sequence

from folkmoot.i18n import Message, Text
from folkmoot.model.page import Panel
from folkmoot.views.governing.not_found import not_found
from folkmoot.views.governing.panels import NO_CONTENTS
from folkmoot.views.governing.role_panels import role_panels
from folkmoot.views.governing.telling import short
from folkmoot.views.look import Look
from folkmoot.views.plan import PagePlan
from folkmoot.views.several import of_several

NONE = (
    "No file of roles was found in the repository (OWNERS, CODEOWNERS, MAINTAINERS, GOVERNANCE, teams/ "
    "and others)."
)


def applies(look: Look) -> bool:
    """Tell whether any repository says who holds which role."""
    return any(known.roster is None or known.listings for known in look.governing if known.role_files)


def more(look: Look) -> Sequence[Panel]:
    """Give the panels of every repository that has files of roles."""
    found = [known for known in look.governing if known.role_files]
    told = (
        (known.project, short(known.name), panel)
        for known in found
        for panel in role_panels(known, look.role_names)
    )
    return of_several(told, len(found))


def lede(look: Look) -> Text:
    """Say how many people hold roles, and in how many files that stands."""
    found = [known for known in look.governing if known.role_files]
    if not found:
        return not_found(look, NONE)
    files = [path for known in found for path in known.role_files]
    people = {each.holder.key for known in found for each in known.listings}
    if not people:
        return NO_CONTENTS if any(known.roster is None for known in found) else NONE
    values: dict[str, str | int | float] = {
        "people": len(people),
        "files": len(files),
        "path": short(files[0]),
    }
    if len(files) == 1 and look.aliases is None:
        return Message("People who hold a role here: {people}, by what {path} says.", values)
    return Message("People who hold a role here: {people}, by what {files} files say.", values)


PAGE = PagePlan("roles", "Roles", 86, lede, more, applies)
