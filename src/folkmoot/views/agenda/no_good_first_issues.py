"""There used to be open issues that invite newcomers, and now there is none."""

from __future__ import annotations

from folkmoot.i18n import Message
from folkmoot.model.check import Finding, Outcome
from folkmoot.views.agenda import Rule
from folkmoot.views.look import Look
from folkmoot.views.series import YEAR, count

METRIC = "good-first-issues"
SOME = "Of those that carry such a label now, {value} were open at the end of {period}."
USED_TO = 2
"""Open invitations within a year that show a community which cares to have some."""


def raised(look: Look) -> Finding | None:
    """Compare now with the most there were in the year before."""
    known = [point for point in look.points(METRIC) if point.value is not None and len(point.period) == 7]
    if len(known) < 2 or known[-1].value != 0:
        return None
    most = max(known[-1 - YEAR : -1], key=lambda point: point.value or 0)
    if (most.value or 0) < USED_TO:
        return None
    return Finding(
        id="no-good-first-issues",
        title="No open issue invites newcomers any more.",
        outcome=Outcome.NO,
        evidence=(Message(SOME, {"period": most.period, "value": count(most.value or 0)}),),
        why="Lists of first issues are where many people begin; a project that has none is not on them.",
        remedy=(
            "Take three small issues, say in each which file to look at and who will help, and label them "
            "`good first issue`."
        ),
        effort="an hour",
        panels=(METRIC, "good-first-issue-lifetime"),
    )


RULE = Rule("no-good-first-issues", 38, raised)
