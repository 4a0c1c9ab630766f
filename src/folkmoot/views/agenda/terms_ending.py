"""Terms of office that end soon, or have ended while the role is still listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from folkmoot.i18n import Message, Text
from folkmoot.model.check import Finding, Outcome
from folkmoot.views.agenda import Rule
from folkmoot.views.look import Look

if TYPE_CHECKING:
    from folkmoot.views.governing.due import Due

SHOWN = 5


def raised(look: Look) -> Finding | None:
    """Name the terms that end within two months or are over, as the files state them."""
    if not any(known.role_files for known in look.governing):
        return None
    from folkmoot.views.governing.due import terms_due

    due = [one for known in look.governing for one in terms_due(known, look.role_names)]
    if not due:
        return None
    due.sort(key=lambda one: (one.days, one.title))
    past = sum(one.days < 0 for one in due)
    values: dict[str, str | int | float] = {"count": len(due), "past": past, "day": due[0].day}
    if past == len(due):
        title: Text = Message("Terms that are over while the role is still listed: {past}.", values)
    elif past:
        title = Message("Terms that end within two months or are over already: {count}.", values)
    elif len(due) == 1:
        title = Message("A term of office ends on {day}.", values)
    else:
        title = Message("{count} terms of office end within two months, the first on {day}.", values)
    return Finding(
        id="terms-ending",
        title=title,
        outcome=Outcome.NO,
        evidence=tuple(_line(one) for one in due[:SHOWN]),
        why=(
            "A term that runs out unnoticed leaves a seat empty, or somebody in it without a mandate; "
            "both are "
            "harder to mend afterwards."
        ),
        remedy=(
            "Ask those whose term ends whether they would stand again, thank them either way, and open "
            "the vote "
            "or election early enough for it to end before the term does."
        ),
        effort="an hour",
        panels=("roles-held",),
    )


def _line(one: Due) -> Text:
    values: dict[str, str | int | float] = {"title": one.title, "day": one.day}
    if one.days < 0:
        return Message("{title}: ended on {day}.", values)
    return Message("{title}: until {day}.", values)


RULE = Rule("terms-ending", 84, raised)
