"""Nothing new for a long time: the project rests, or its work is elsewhere. What is old is `old_clone`.

Where the numbers end long before the report is made, days are told up to that end: nobody has looked since.
"""

from __future__ import annotations

from folkmoot.i18n import Message
from folkmoot.model.check import Finding, Outcome
from folkmoot.model.event import DAY, Kind
from folkmoot.views.agenda import Rule
from folkmoot.views.agenda.old_clone import is_old
from folkmoot.views.look import Look
from folkmoot.views.period import iso_date

LONG = 90
"""Days without a commit that are worth a sentence: after two, most projects work on within three months."""

YEARS = 3
"""So many whole years must each have had a silence as long as this one, for it to be what is usual here."""

WAITING = 5
"""Changes opened since then that show a community which still comes."""

GO_AWAY = "People still bring their work. Whoever hears nothing goes away, and most do not come back."
GO_AWAY_IN_GIT = (
    "People still bring their work. Whoever hears nothing goes away, and most do not come back. "
    "Some of these changes may have been closed at the forge, which git does not show."
)
MADE = "It was made on {date}."
NEWEST = "The newest commit is of {date}."
"""What is said of the newest commit, where the sentence before names it and where it does not."""
SEEN = "The newest thing the forge told of is of {date}."
SEEN_IN_GIT = "The newest thing seen in this clone is of {date}."
"""What is said where a forge tells of changes, and where only git does."""


def raised(look: Look) -> Finding | None:
    """Say what it can mean: a clone alone cannot tell a quiet project from one that has moved."""
    if not look.outline.commits or look.silent_days < LONG:
        return None
    seen_later = (look.outline.last_seen - look.outline.last_commit) / DAY
    if look.outline.changes_since >= WAITING and seen_later >= LONG and not _has_landed(look):
        return _waiting(look)
    if _is_usual(look):
        return None
    return Finding(
        id="silence",
        title=_title(look),
        outcome=Outcome.NO,
        evidence=(Message(NEWEST if is_old(look) else MADE, {"date": iso_date(look.outline.last_commit)}),),
        why=(
            "Either the project is quiet, or its work goes on where it was not looked. Every number about "
            "the last 12 months counts this silence."
        ),
        remedy=(
            "If newer commits lie in another branch or repository, report on that: `--branch NAME`, or its "
            "address. If the project is finished or resting, say so in the README, so that users know what "
            "to expect."
        ),
        effort="a minute",
        panels=("longest-silence",),
    )


def _has_landed(look: Look) -> bool:
    """Tell whether a forge merged something in a later month: into a branch that was not looked at, then."""
    month = iso_date(look.outline.last_commit)[:7]
    return any(point.period > month and point.value for point in look.points("changes-merged", label=""))


def _is_usual(look: Look) -> bool:
    """Tell whether each of the newest whole years was silent for as long, as where data come quarterly."""
    over = [
        point
        for point in look.points("longest-silence", label="")
        if point.complete and point.period.isdigit() and point.value is not None
    ][-YEARS:]
    return len(over) == YEARS and all((point.value or 0) >= look.silent_days for point in over)


def _title(look: Look) -> Message:
    days = round(look.silent_days)
    if is_old(look):
        day = iso_date(look.outline.as_of)
        return Message("In the {days} days before {day} nothing was committed.", {"days": days, "day": day})
    return Message("The newest commit here is {days} days old.", {"days": days})


def _waiting(look: Look) -> Finding:
    """People still come, and nothing lands."""
    is_told = Kind.CHANGE_OPENED in look.outline.told
    return Finding(
        id="silence",
        title=Message(
            "Nothing has landed since {date}, and {count} changes have been opened since.",
            {"date": iso_date(look.outline.last_commit), "count": look.outline.changes_since},
        ),
        outcome=Outcome.NO,
        evidence=(
            Message(
                SEEN if is_told else SEEN_IN_GIT,
                {"date": iso_date(look.outline.last_seen)},
            ),
        ),
        why=GO_AWAY if is_told else GO_AWAY_IN_GIT,
        remedy=(
            "Answer the three newest, even if only with a date by which somebody will look. If nobody can, "
            "say in the README that the project is looking for maintainers, and what they would take over."
        ),
        effort="an hour",
        panels=("longest-silence", "changes-opened"),
    )


RULE = Rule("silence", 100, raised)
