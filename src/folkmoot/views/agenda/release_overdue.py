"""Work waits longer than usual for a release."""

from __future__ import annotations

from folkmoot.i18n import Message
from folkmoot.model.check import Finding, Outcome
from folkmoot.views.agenda import Rule
from folkmoot.views.look import Look
from folkmoot.views.period import FRESH_DAYS, iso_date

LATE = 3.0
DAYS = 60
WAITING = 10
MANY_DAYS = (
    "{count} commits wait for a release; the newest is {days} days old, where the last {gaps} took {usual} "
    "days each on average."
)
DAILY = (
    "{count} commits wait for a release; the newest is {days} days old, where the last {gaps} took a day "
    "each on average."
)
TRIED = (
    "{count} commits wait for a final release; the newest is {days} days old, where the last {gaps} took "
    "{usual} days each on average. A pre-release came on {date}."
)
LEFT_OUT = (
    "Commits since then to documentation, tests and continuous integration alone, which nobody waits for: "
    "{count}."
)


def raised(look: Look) -> Finding | None:
    """Measure a project by its own pace only, and only when there is something to release."""
    known = look.point("release-pace", "all time")
    pace = known.value if known else None
    days = look.value("days-since-release", "all time")
    if (
        known is None
        or pace is None
        or days is None
        or days <= look.unseen_days
        or look.outline.unshipped < WAITING
    ):
        return None
    seen = days - look.unseen_days if look.unseen_days > FRESH_DAYS else days
    if pace * seen / days < LATE or seen < DAYS:
        return None
    usual, aside = round(days / pace), look.outline.unreleased - look.outline.unshipped
    values: dict[str, str | int | float] = {
        "count": look.outline.unshipped,
        "days": round(days),
        "gaps": known.n,
        "usual": usual,
        "date": iso_date(look.outline.newest_prerelease),
    }
    return Finding(
        id="release-overdue",
        title=Message(DAILY if usual <= 1 else TRIED if values["date"] else MANY_DAYS, values),
        outcome=Outcome.NO,
        evidence=(Message(LEFT_OUT, {"count": aside}),) if aside else (),
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


RULE = Rule("release-overdue", 69, raised)
