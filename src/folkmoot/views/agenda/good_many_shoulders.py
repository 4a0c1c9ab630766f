"""Good news: the work rests on many shoulders."""

from __future__ import annotations

from folkmoot.i18n import Message
from folkmoot.model.check import Finding, Outcome
from folkmoot.views.agenda import Rule
from folkmoot.views.look import Look
from folkmoot.views.series import count

METRIC = "contributor-absence-factor"


def raised(look: Look) -> Finding | None:
    """Praise five people or more behind half of a year's work."""
    recent = look.point(METRIC, "last 12 months")
    if recent is None or recent.value is None or recent.value < 5 or recent.n < 50:
        return None
    return Finding(
        id="many-shoulders",
        title=Message(
            (
                "The work rests on many shoulders: half of the last 12 months' {n} commits came from "
                "{count} people."
            ),
            {"n": recent.n, "count": count(recent.value)},
        ),
        outcome=Outcome.YES,
        why="A community that can spare any one of its people can also let them rest.",
        panels=(METRIC,),
    )


RULE = Rule("many-shoulders", 20, raised)
