"""Security: what to mend this weekend, what else there is, what is not known, and what is in place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from folkmoot.i18n import Message, Text
from folkmoot.model.check import Outcome
from folkmoot.model.page import Panel
from folkmoot.views.guarding.panels import NOT_ASKED
from folkmoot.views.guarding.security_panels import security_panels, told_answers
from folkmoot.views.look import Look
from folkmoot.views.missing import NO_COMMITS
from folkmoot.views.plan import PagePlan
from folkmoot.views.several import of_several


def applies(look: Look) -> bool:
    """Tell whether there are files to look at."""
    return bool(look.outline.commits and look.guards)


def more(look: Look) -> Sequence[Panel]:
    """Give the panels of every project."""
    if not look.outline.commits:
        return ()
    told = ((one.project, one.name, panel) for one in look.guards for panel in security_panels(one))
    return of_several(told, len(look.guards))


def lede(look: Look) -> Text:
    """Say how many questions were asked, and how the answers fell."""
    if not look.outline.commits:
        return NO_COMMITS
    if not look.guards:
        return NOT_ASKED
    counts = Counter(answer.finding.outcome for guard in look.guards for answer in told_answers(guard))
    values: dict[str, str | int | float] = {
        "asked": counts.total() - counts[Outcome.NOT_APPLICABLE],
        "yes": counts[Outcome.YES],
        "no": counts[Outcome.NO],
        "unknown": counts[Outcome.UNKNOWN] + counts[Outcome.ERROR],
    }
    if values["asked"] == 1:
        return Message("One question was asked: {yes} yes, {no} no, {unknown} not known.", values)
    return Message("{asked} questions were asked: {yes} yes, {no} no, {unknown} not known.", values)


PAGE = PagePlan("security", "Security", 90, lede, more, applies, guards=True)
