"""Good news: releases come as usual."""

from __future__ import annotations

from folkmoot.i18n import Message
from folkmoot.model.check import Finding, Outcome
from folkmoot.views.agenda import Rule
from folkmoot.views.agenda.old_clone import is_old
from folkmoot.views.look import Look
from folkmoot.views.series import count

PACE = "Releases come as usual: the newest is {days} days old, and the last 12 complete months had {count}."
A_DAY = "Releases come as usual: the newest is a day old, and the last 12 complete months had {count}."
TODAY = "Releases come as usual: the newest is of today, and the last 12 complete months had {count}."


def raised(look: Look) -> Finding | None:
    """Praise a newest release that is younger than the usual gap and half as much again.

    Not where the numbers end long before the report is made: whether releases still come nobody has seen.
    """
    if is_old(look):
        return None
    pace = look.value("release-pace", "all time")
    days = look.value("days-since-release", "all time")
    releases = sum(
        p.value or 0.0 for p in look.points("releases-monthly", label="releases")[-13:] if p.complete
    )
    if pace is None or days is None or pace > 1.5 or days > 180 or releases < 2:
        return None
    return Finding(
        id="steady-releases",
        title=Message(
            {0: TODAY, 1: A_DAY}.get(round(days), PACE), {"days": round(days), "count": count(releases)}
        ),
        outcome=Outcome.YES,
        why="Contributors see their work arrive, and users can plan.",
        panels=("release-pace", "release-frequency"),
    )


RULE = Rule("steady-releases", 14, raised)
