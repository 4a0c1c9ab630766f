"""Compliance: what others ask of a project, answered in their own order, with what each answer rests on."""

from __future__ import annotations

from collections.abc import Sequence

from folkmoot.i18n import Message, Text
from folkmoot.model.page import Panel
from folkmoot.views.guarding.compliance_panels import compliance_panels, handed_over
from folkmoot.views.guarding.panels import NOT_ASKED
from folkmoot.views.look import Look
from folkmoot.views.missing import NO_COMMITS
from folkmoot.views.plan import PagePlan
from folkmoot.views.several import of_several


def applies(look: Look) -> bool:
    """Tell whether there are files to look at."""
    return bool(look.outline.commits and look.guards)


def more(look: Look) -> Sequence[Panel]:
    """Give the tables of every project."""
    if not look.outline.commits:
        return ()
    told = ((one.project, one.name, panel) for one in look.guards for panel in compliance_panels(one))
    return of_several(told, len(look.guards))


def lede(look: Look) -> Text:
    """Say what these tables are, and what they are not."""
    if not look.outline.commits:
        return NO_COMMITS
    if not look.guards:
        return NOT_ASKED
    return Message(
        "{count} catalogues of questions, answered as far as files can answer them. A table to start from, "
        "not a certificate: whoever hands it over answers for it.",
        {"count": len(handed_over()) + 1},
    )


PAGE = PagePlan("compliance", "Compliance", 96, lede, more, applies, guards=True)
