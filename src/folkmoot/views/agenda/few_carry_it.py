"""Half of the work rests on one or two people."""

from __future__ import annotations

from folkmoot.i18n import Message
from folkmoot.model.check import Finding, Outcome
from folkmoot.views.agenda import Rule
from folkmoot.views.look import Look

METRIC = "contributor-absence-factor"
ENOUGH = 50
"""Commits in the year below which a share says little."""

ALONE = "Every commit of the last 12 months came from one person."
ONE = "At least half of the last 12 months' {n} commits came from one person."
TWO = "Half of the last 12 months' {n} commits came from two people."


def raised(look: Look) -> Finding | None:
    """Speak up at one or two people, where enough commits stand behind it."""
    recent = look.point(METRIC, "last 12 months")
    if recent is None or recent.value is None or recent.value > 2 or recent.n < ENOUGH:
        return None
    everybody = sum(p.value or 0.0 for p in look.points("contributor-types", period="last 12 months"))
    is_alone = everybody == 1
    always = look.value(METRIC, "all time")
    evidence = []
    if everybody > 1:
        evidence.append(
            Message("{count} people wrote commits in those 12 months.", {"count": int(everybody)}),
        )
    if always is not None and always > recent.value:
        evidence.append(Message("Over all time, half came from {count} people.", {"count": int(always)}))
    return Finding(
        id="few-carry-it",
        title=ALONE if is_alone else Message(ONE if recent.value == 1 else TWO, {"n": recent.n}),
        outcome=Outcome.NO,
        evidence=tuple(evidence),
        why=(
            "A new job, an illness or a free summer for so few would slow everything down, and they know "
            "it: those who carry most can rarely put it down."
        ),
        remedy=(
            "Write down the one task nobody else could do this week, such as a release or the build, and do "
            "it once together with a second person who may then do it alone."
        ),
        effort="half a day",
        panels=(METRIC, "contribution-concentration"),
    )


RULE = Rule("few-carry-it", 90, raised)
