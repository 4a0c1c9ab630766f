"""The clone was not brought up to date for long: "the last 12 months" ended some time ago."""

from __future__ import annotations

from datetime import UTC, datetime

from folkmoot.i18n import Message
from folkmoot.model.check import Finding, Outcome
from folkmoot.views.agenda import Rule
from folkmoot.views.look import Look
from folkmoot.views.period import FRESH_DAYS, iso_date

OF_CLONE = (
    "The clone was brought up to date for the last time then. What has happened since is not in it, "
    "and what it calls the last 12 months ended on that day."
)
FETCH = "Run `git fetch` in the clone, or name the address of the repository, and report again."
OF_FORGE = (
    "That is the last day of which both the clone and its forge have told. What has happened since is not in "
    "it, and what it calls the last 12 months ended on that day."
)
ASK_FORGE = (
    "Run `git fetch` in the clone and `folkmoot sync --forge` with the forge's address or a newer dump."
)


def _days_since(look: Look) -> int:
    """Give the days from the end of all numbers to the report, 0 where either is not known."""
    if not look.made_at or not look.outline.as_of:
        return 0
    until = datetime.fromtimestamp(look.outline.as_of, UTC)
    return (datetime.fromisoformat(look.made_at).astimezone(UTC).date() - until.date()).days


def is_old(look: Look) -> bool:
    """Tell whether the report is made so long after the end of all numbers that "now" is another time."""
    return _days_since(look) > FRESH_DAYS


def raised(look: Look) -> Finding | None:
    """Tell the day that every number ends on, when the report is made more than a month after it.

    Nothing where somebody asked for the numbers of an earlier day: then `made_at` is not known here.
    """
    if not is_old(look):
        return None
    return Finding(
        id="old-clone",
        title=Message(
            "All numbers here end on {day}, {days} days before this report was made.",
            {"day": iso_date(look.outline.as_of), "days": _days_since(look)},
        ),
        outcome=Outcome.UNKNOWN,
        why=OF_FORGE if look.outline.forges else OF_CLONE,
        remedy=ASK_FORGE if look.outline.forges else FETCH,
        effort="a minute",
    )


RULE = Rule("old-clone", 99, raised, concerns_users=True)
