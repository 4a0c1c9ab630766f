"""Most of the tree was last changed by people who are no longer here."""

from __future__ import annotations

from folkmoot.i18n import Message
from folkmoot.model.check import Finding, Outcome
from folkmoot.views.agenda import Rule
from folkmoot.views.agenda.silence import LONG
from folkmoot.views.look import Look
from folkmoot.views.series import percent

METRIC = "orphaned-files"
MOST = 0.6
ENOUGH = 50


def raised(look: Look) -> Finding | None:
    """Speak up only where people work, and a month of rest is none: where only bots do, everybody is gone."""
    point = look.point(METRIC, "all time")
    if point is None or point.value is None or look.silent_days >= LONG:
        return None
    if point.value < MOST or point.value == 1 or point.n < ENOUGH:
        return None
    return Finding(
        id="orphaned-files",
        title=Message(
            (
                "For {share}% of the {files} files, the last person who changed them has done nothing here "
                "for half a year."
            ),
            {"share": percent(point.value), "files": point.n},
        ),
        outcome=Outcome.NO,
        why=(
            "Much of it may simply be finished. The question is which part would hurt if it broke, and "
            "whether anybody here could mend it."
        ),
        remedy=(
            "Look at the table by directory, pick the one you would hate to see break, and agree on two "
            "people who read it once, with a question each to somebody who wrote it. "
            "`folkmoot events --metric orphaned-files` names the files."
        ),
        effort="two hours",
        panels=(METRIC, "orphaned-files-by-directory"),
    )


RULE = Rule("orphaned-files", 32, raised)
