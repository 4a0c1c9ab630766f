"""Supply chain: what a project is made of, how exactly that is said, and what is known against it."""

from __future__ import annotations

from collections.abc import Sequence

from folkmoot.i18n import Message, Text
from folkmoot.model.page import Panel
from folkmoot.views.look import Look
from folkmoot.views.missing import NO_COMMITS
from folkmoot.views.plan import PagePlan
from folkmoot.views.several import of_several
from folkmoot.views.supplying.page import SLUG, TITLE, lede_of, panels_of

NOT_READ = (
    "What this project is made of was not looked at: that stands in the files of its repository, not in the "
    "store. `folkmoot report` on a clone reads them."
)


def applies(look: Look) -> bool:
    """Tell whether there are files to look at."""
    return bool(look.outline.commits and look.trees)


def more(look: Look) -> Sequence[Panel]:
    """Give the panels of every project."""
    projects = look.supplying
    told = ((each.project, each.name, panel) for each in projects for panel in panels_of(each))
    return of_several(told, len(projects))


def lede(look: Look) -> Text:
    """Say how much this project is made of."""
    projects = look.supplying
    if not look.outline.commits:
        return NO_COMMITS
    if not projects:
        return NOT_READ
    if len(projects) == 1:
        return lede_of(projects[0])
    return Message("What {count} projects are made of.", {"count": len(projects)})


PAGE = PagePlan(SLUG, TITLE, 92, lede, more, applies, guards=True)
