"""Half of the work rests on one or two people."""

from __future__ import annotations

from folkmoot.i18n import Message
from folkmoot.model.check import Finding, Outcome
from folkmoot.model.coverage import Quality
from folkmoot.views.agenda import Rule
from folkmoot.views.look import Look

METRIC = "contributor-absence-factor"
ENOUGH = 50
"""Commits in the year below which a share says little."""

ALONE = "Every commit of the last 12 months came from one person."
ONE = "At least half of the last 12 months' {n} commits came from one person."
TWO = "Half of the last 12 months' {n} commits came from two people."
ALONE_SO_FAR = "Every commit so far came from one person."
ONE_SO_FAR = "At least half of the {n} commits so far came from one person."
TWO_SO_FAR = "Half of the {n} commits so far came from two people."
"""Of a history that began in these 12 months."""


def raised(look: Look) -> Finding | None:
    """Speak up at one or two people, where enough commits stand behind it."""
    recent = look.point(METRIC, "last 12 months")
    if recent is None or recent.value is None or recent.value > 2 or recent.n < ENOUGH:
        return None
    everybody = sum(p.value or 0.0 for p in look.points("contributor-types", period="last 12 months"))
    always = look.point(METRIC, "all time")
    panel = look.panel(METRIC)
    is_whole = panel is not None and panel.coverage is Quality.COMPLETE
    is_young = is_whole and always is not None and always.n == recent.n
    alone, one, two = (ALONE_SO_FAR, ONE_SO_FAR, TWO_SO_FAR) if is_young else (ALONE, ONE, TWO)
    evidence = []
    if everybody > 1:
        wrote = (
            "{count} people wrote them." if is_young else "{count} people wrote commits in those 12 months."
        )
        evidence.append(Message(wrote, {"count": int(everybody)}))
    if always is not None and (always.value or 0) > recent.value:
        evidence.append(
            Message("Over all time, half came from {count} people.", {"count": int(always.value or 0)})
        )
    return Finding(
        id="few-carry-it",
        title=alone if everybody == 1 else Message(one if recent.value == 1 else two, {"n": recent.n}),
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
