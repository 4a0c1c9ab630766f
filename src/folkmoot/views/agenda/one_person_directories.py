"""Directories whose work comes from one person, in a project that otherwise shares it."""

from __future__ import annotations

from folkmoot.i18n import Message
from folkmoot.model.check import Finding, Outcome
from folkmoot.model.content import TOP_LEVEL
from folkmoot.views.agenda import Rule
from folkmoot.views.look import Look

METRIC = "contributor-absence-factor-by-directory"
ENOUGH = 50
"""Commits in the year below which one person is no surprise, and may be two a month later."""

NAMED = 3

ONE = "The directory where at least half of the last 12 months' commits came from one person: {named}."
SOME = "Directories where at least half of the last 12 months' commits came from one person: {named}."
MANY = (
    "In {count} directories, at least half of the last 12 months' commits came from one person; the "
    "busiest are {named}."
)
ONLY = "No other directory had {enough} commits or more in those 12 months."
AMONG = "{count} directories had {enough} commits or more in those 12 months."
REMEDY_OF_ONE = (
    "Ask a second person to review every change there for a month, and write down what they had to ask."
)
REMEDY = (
    "For one of them, ask a second person to review every change there for a month, and write down "
    "what they had to ask."
)

FEW = 2
"""People behind half of the project, up to which its directories can hardly look otherwise."""


def raised(look: Look) -> Finding | None:
    """Name the busiest of them; where the whole project rests on so few another rule has said so."""
    overall = look.value("contributor-absence-factor", "last 12 months")
    if overall is None or overall <= FEW:
        return None
    recent = [
        p for p in look.points(METRIC, period="last 12 months") if p.value is not None and p.n >= ENOUGH
    ]
    most = max((p.n for p in recent), default=0)
    # Files at the top are mostly those of building and releasing, unless nowhere else is worked on as much.
    recent = [p for p in recent if p.label != TOP_LEVEL or p.n == most]
    alone = sorted((p for p in recent if p.value == 1), key=lambda point: (-point.n, point.label))
    if not alone:
        return None
    named = ", ".join(point.label for point in alone[:NAMED])
    title = ONE if len(alone) == 1 else SOME if len(alone) <= NAMED else MANY
    return Finding(
        id="one-person-directories",
        title=Message(title, {"count": len(alone), "named": named}),
        outcome=Outcome.NO,
        evidence=(Message(ONLY if len(recent) == 1 else AMONG, {"count": len(recent), "enough": ENOUGH}),),
        why="When that person is away, questions and changes there wait, and nobody else can judge them.",
        remedy=REMEDY_OF_ONE if len(alone) == 1 else REMEDY,
        effort="an hour a week",
        panels=(METRIC,),
    )


RULE = Rule("one-person-directories", 50, raised)
