"""Votes that close soon, and votes that wait for being closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from folkmoot.i18n import Message, Text
from folkmoot.model.check import Finding, Outcome
from folkmoot.views.agenda import Rule
from folkmoot.views.governing.telling import short
from folkmoot.views.look import Look

if TYPE_CHECKING:
    from folkmoot.views.governing.due import Due

SHOWN = 5


def raised(look: Look) -> Finding | None:
    """Name what closes within two weeks and what is past its time, the most urgent first."""
    if not any(known.has_own or known.vote_files for known in look.governing):
        return None
    from folkmoot.views.governing.due import votes_due

    due = [one for known in look.governing for one in votes_due(known, look.role_names)]
    if not due:
        return None
    due.sort(key=lambda one: one.days)
    past = sum(one.days < 0 for one in due)
    values: dict[str, str | int | float] = {"count": len(due), "past": past, "day": due[0].day}
    if past == len(due):
        title: Text = Message("Votes past their time that nobody has closed: {past}.", values)
    elif past:
        title = Message("Votes that close within two weeks or wait to be closed: {count}.", values)
    elif len(due) == 1:
        title = Message("A vote closes on {day}.", values)
    else:
        title = Message("{count} votes close within two weeks, the first on {day}.", values)
    return Finding(
        id="votes-closing",
        title=title,
        outcome=Outcome.NO,
        evidence=tuple(_line(one) for one in due[:SHOWN]),
        why="A vote that too few have noticed fails its quorum, and who finds out afterwards feels passed "
        "over.",
        remedy=(
            "Remind everybody who may vote, in the place where they read: what it is about, until when, "
            "and how "
            "to vote. Close what is past its time, also when it failed."
        ),
        effort="ten minutes",
        panels=("decisions-open",),
    )


def _line(one: Due) -> Text:
    values: dict[str, str | int | float] = {"title": short(one.title), "day": one.day}
    if one.days < 0:
        return Message("{title}: was open until {day}.", values)
    return Message("{title}: until {day}.", values)


RULE = Rule("votes-closing", 96, raised)
