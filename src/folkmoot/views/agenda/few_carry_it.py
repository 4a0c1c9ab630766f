"""Half of the work rests on one person, or on two where it used to be more."""

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
"""Of a history that began in these 12 months."""


def raised(look: Look) -> Finding | None:
    """Speak up at one person, where enough commits stand behind it; at two where it has not always been so.

    After a year carried by two, as always, commits halved no more often than after one carried by three.
    """
    recent = look.point(METRIC, "last 12 months")
    if recent is None or recent.value is None or recent.value > 2 or recent.n < ENOUGH:
        return None
    everybody = sum(p.value or 0.0 for p in look.points("contributor-types", period="last 12 months"))
    always = look.point(METRIC, "all time")
    if recent.value > 1 and (always is None or (always.value or 0) <= recent.value):
        return None
    panel = look.panel(METRIC)
    is_whole = panel is not None and panel.coverage is Quality.COMPLETE
    is_young = is_whole and always is not None and always.n == recent.n
    alone, one = (ALONE_SO_FAR, ONE_SO_FAR) if is_young else (ALONE, ONE)
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
        title=alone if everybody == 1 else Message(one if recent.value == 1 else TWO, {"n": recent.n}),
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


RULE = Rule("few-carry-it", 78, raised)
"""Below those who wait today: this is so for years, and most small projects hear it."""
