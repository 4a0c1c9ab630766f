"""Work waits longer than usual for a release."""

from __future__ import annotations

from folkmoot.i18n import Message
from folkmoot.model.check import Finding, Outcome
from folkmoot.views.agenda import Rule
from folkmoot.views.look import Look
from folkmoot.views.period import FRESH_DAYS
from folkmoot.views.series import count

LATE = 3.0
DAYS = 60
WAITING = 10


def raised(look: Look) -> Finding | None:
    """Measure a project by its own pace only, and only when there is something to release."""
    pace = look.value("release-pace", "all time")
    days = look.value("days-since-release", "all time")
    if pace is None or days is None or days <= look.unseen_days or look.outline.unreleased < WAITING:
        return None
    if look.unseen_days > FRESH_DAYS:
        pace, days = pace * (days - look.unseen_days) / days, days - look.unseen_days
    if pace < LATE or days < DAYS:
        return None
    return Finding(
        id="release-overdue",
        title=Message(
            "{count} commits wait for a release; {days} days have passed since the newest, {times} times "
            "the usual gap.",
            {"count": look.outline.unreleased, "days": round(days), "times": count(round(pace, 1))},
        ),
        outcome=Outcome.NO,
        why=(
            "Contributors see their work arrive only when it is released, and users report again what is "
            "mended already. A long gap is often a sign that releasing is hard or hangs on one person."
        ),
        remedy=(
            "Release what is there, however small. Note each step that was not automatic, and automate the "
            "most annoying one. If releases are no longer tagged in this repository, say where they are."
        ),
        effort="half a day",
        panels=("release-pace", "days-since-release"),
    )


RULE = Rule("release-overdue", 60, raised)
