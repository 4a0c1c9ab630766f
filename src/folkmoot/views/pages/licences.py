"""Licences: what the project states, what contradicts it, what files and dependencies say."""

from __future__ import annotations

from collections.abc import Sequence

from folkmoot.i18n import Message, Text
from folkmoot.model.page import Panel
from folkmoot.views.licensing.page import SLUG, TITLE, lede_of, panels_of
from folkmoot.views.look import Look
from folkmoot.views.missing import NO_COMMITS
from folkmoot.views.plan import PagePlan
from folkmoot.views.several import of_several

NOT_READ = (
    "The licences of this project were not looked at: they stand in the files of its repository, not in the "
    "store. `folkmoot report` on a clone reads them."
)


def applies(look: Look) -> bool:
    """Tell whether there are files to look at."""
    return bool(look.outline.commits and look.trees)


def more(look: Look) -> Sequence[Panel]:
    """Give the panels of every project."""
    projects = look.licensing
    told = ((each.project, each.name, panel) for each in projects for panel in panels_of(each))
    return of_several(told, len(projects))


def lede(look: Look) -> Text:
    """Say which licence it is, or that there are several projects."""
    projects = look.licensing
    if not look.outline.commits:
        return NO_COMMITS
    if not projects:
        return NOT_READ
    if len(projects) == 1:
        return lede_of(projects[0])
    return Message("The licences of {count} projects.", {"count": len(projects)})


PAGE = PagePlan(SLUG, TITLE, 94, lede, more, applies, guards=True)
