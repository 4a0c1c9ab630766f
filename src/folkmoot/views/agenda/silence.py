"""Nothing new for a long time: the project rests, or the clone is old."""

from __future__ import annotations

from folkmoot.i18n import Message
from folkmoot.model.check import Finding, Outcome
from folkmoot.views.agenda import Rule
from folkmoot.views.look import Look
from folkmoot.views.period import iso_date

LONG = 60
"""Days without a commit that are worth a sentence."""


def raised(look: Look) -> Finding | None:
    """Say both things it can mean, because a clone cannot tell them apart."""
    if not look.outline.commits or look.silent_days < LONG:
        return None
    return Finding(
        id="silence",
        title=Message("The newest commit here is {days} days old.", {"days": round(look.silent_days)}),
        outcome=Outcome.NO,
        evidence=(Message("It was made on {date}.", {"date": iso_date(look.outline.last_commit)}),),
        why=(
            "Either the project is quiet, or this clone has not been fetched for a while. Every number "
            "about the "
            "last 12 months counts this silence."
        ),
        remedy=(
            "Run `git fetch` and report again. If the project is finished or resting, say so in the "
            "README, so "
            "that users know what to expect."
        ),
        effort="a minute",
        panels=("longest-silence",),
    )


RULE = Rule("silence", 100, raised)
