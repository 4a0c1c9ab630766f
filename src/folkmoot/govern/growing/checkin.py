"""Whom to ask whether they still want their role: after quiet months, kindly, with a short way back.

After the practice of Rust's teams: somebody who has been quiet is asked first; no answer within a grace
period moves them to the alumni, unless somebody vouches for them; and who comes back takes the role up again
by saying so. Everything here is a proposal for people to act on: nothing is sent, and nobody is moved.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from folkmoot.govern.growing.deeds import Deeds
from folkmoot.i18n import Message, Text
from folkmoot.i18n.message import Scalar
from folkmoot.model.role import Listing


class Answered(StrEnum):
    """What somebody said: they stay, rest for a while, or hand the role back."""

    STAYS = "stays"
    AWAY = "away"
    RESTS = "rests"


@dataclass(frozen=True)
class Note:
    """What is remembered of one person, in the user's own folder and never in git.

    `asked` is the day they were asked, `answer` what they said and `answered` when; `until` is the day to
    which an absence or a vouching holds, `vouched_by` who vouched. Empty and None where there is nothing.
    """

    handle: str
    asked: date | None = None
    answer: Answered | None = None
    answered: date | None = None
    until: date | None = None
    vouched_by: str = ""


@dataclass(frozen=True)
class Terms:
    """The community's numbers: quiet months before asking, days of grace, months an answer holds."""

    months: int = 12
    grace_days: int = 30
    hold_months: int = 6


class Stage(StrEnum):
    """What is to be done about somebody, in the order in which it comes."""

    BACK = "is back"
    ASK = "ask"
    WAIT = "wait"
    REST = "thank and move to the alumni"
    LEAVE = "leave in peace"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Due:
    """One person: the stage, why in one sentence, the roles they hold, and since when nothing was seen."""

    handle: str
    name: str
    stage: Stage
    why: Text
    roles: tuple[str, ...]
    last: date | None


def due(
    deeds: Deeds,
    listings: Sequence[Listing],
    past: Sequence[Listing],
    notes: Mapping[str, Note],
    terms: Terms,
    today: date,
) -> list[Due]:
    """Give everybody about whom there is something to do or to know, by handle.

    `listings` are roles held now, `past` those of alumni. Whoever is active and was never asked is left out.
    """
    roles: dict[str, list[Listing]] = {}
    for each in listings:
        roles.setdefault(each.holder.key, []).append(each)
    alumni: dict[str, list[Listing]] = {}
    for each in past:
        alumni.setdefault(each.holder.key, []).append(each)
    found = [_stage(deeds, held, notes.get(key), terms, today) for key, held in roles.items()]
    back = [_back(deeds, held, terms) for key, held in alumni.items() if key not in roles]
    everybody = [each for each in (*found, *back) if each is not None]
    return sorted(everybody, key=lambda each: (each.handle.casefold(), each.stage))


def _stage(deeds: Deeds, held: Sequence[Listing], note: Note | None, terms: Terms, today: date) -> Due | None:
    holder = held[0].holder
    names = tuple(sorted({each.role.shown for each in held}))
    seen = deeds.activity.of(holder)
    last = _day(seen.last_ts) if seen else None

    def told(stage: Stage, text: str, **values: Scalar) -> Due:
        why: Text = Message(text, values) if values else text
        return Due(holder.shown, holder.name or (seen.name if seen else ""), stage, why, names, last)

    if note is not None and note.until is not None and today <= note.until:
        if note.vouched_by:
            return told(
                Stage.LEAVE, "{who} vouched for them, until {until}.",
                who=note.vouched_by, until=f"{note.until}",
            )  # fmt: skip
        text = (
            "Said to be away, until {until}." if note.answer is Answered.AWAY else "Stays; ask after {until}."
        )
        return told(Stage.LEAVE, text, until=f"{note.until}")
    if note is not None and note.answer is Answered.RESTS:
        return told(Stage.REST, "Handed the role back on {day}.", day=f"{note.answered or note.asked}")
    if seen is None or last is None:
        return told(Stage.UNKNOWN, "Nothing joins this account to anybody in the store, so nothing is known.")
    months = deeds.activity.months_silent(seen)
    if months < terms.months:
        return None
    if note is None or note.asked is None or note.asked < last or (note.until and today > note.until):
        return told(Stage.ASK, "Nothing seen for {months} months.", months=months)
    ends = note.asked + timedelta(days=terms.grace_days)
    if today <= ends:
        return told(
            Stage.WAIT,
            "Asked on {day}; the grace period ends on {ends}.",
            day=f"{note.asked}",
            ends=f"{ends}",
        )
    return told(
        Stage.REST,
        "Asked on {day}, no answer by {ends}, and nobody vouched.",
        day=f"{note.asked}",
        ends=f"{ends}",
    )


def _back(deeds: Deeds, held: Sequence[Listing], terms: Terms) -> Due | None:
    """Notice alumni who have done something lately: the way back is to say so."""
    holder = held[0].holder
    seen = deeds.activity.of(holder)
    if seen is None or deeds.activity.months_silent(seen) >= min(terms.months, 3):
        return None
    names = tuple(sorted({each.role.shown for each in held}))
    why = Message("Among the alumni, and seen again on {day}.", {"day": f"{_day(seen.last_ts)}"})
    return Due(holder.shown, holder.name or seen.name, Stage.BACK, why, names, _day(seen.last_ts))


def draft(one: Due, terms: Terms, community: str, today: date) -> list[Text]:
    """Draft a message for somebody, a paragraph each; empty where there is nothing to say yet."""
    values: dict[str, Scalar] = {
        "name": one.name or one.handle, "community": community, "roles": few(one.roles),
        "until": f"{today + timedelta(days=terms.grace_days)}",
    }  # fmt: skip
    return [Message(text, values) for text in DRAFTS.get(one.stage, ())]


def few(roles: Sequence[str]) -> str:
    """Give a list of roles that is short enough to be read."""
    hidden = len(roles) - 3
    return ", ".join(roles[:3]) + (f", +{hidden}" if hidden > 0 else "")


_ASK = (
    "Hello {name},",
    (
        "you are listed in {community} as {roles}. We have not seen you here for a while, which may simply "
        "be because we look in the wrong place, and is fine in any case."
    ),
    (
        "Would you like to stay on the list? Any answer helps us: yes; not now, ask me again in some months; "
        "or no, I would rather rest. Nobody needs to give a reason."
    ),
    (
        "If we hear nothing by {until}, we will move you to the alumni, with our thanks. Coming back is "
        "short: tell us, and you are on the list again."
    ),
    "Thank you for what you have done here.",
)
_REST = (
    "Hello {name},",
    (
        "we have moved you to the alumni of {community} ({roles}), as we wrote. Thank you for your work; it "
        "is still here, and so is your name."
    ),
    "Should you want to come back, a message is enough: you do not have to begin again.",
)
_BACK = (
    "Welcome back, {name}!",
    (
        "We saw that you are active in {community} again. Would you like your old role back ({roles})? Say "
        "yes, and we put you on the list again; a maintainer only has to merge it."
    ),
)
DRAFTS: dict[Stage, tuple[str, ...]] = {Stage.ASK: _ASK, Stage.REST: _REST, Stage.BACK: _BACK}
"""The drafts, as message ids: one text per paragraph and stage."""


def asked(note: Note | None, handle: str, today: date) -> Note:
    """Remember that somebody was asked; what was said before no longer counts."""
    return Note(note.handle if note else handle, asked=today)


def answered(note: Note | None, handle: str, answer: Answered, terms: Terms, today: date) -> Note:
    """Remember an answer. Staying and being away hold for a time, after which one may ask again."""
    until = None if answer is Answered.RESTS else _later(today, terms.hold_months)
    return Note(note.handle if note else handle, note.asked if note else None, answer, today, until)


def vouched(note: Note | None, handle: str, by: str, terms: Terms, today: date) -> Note:
    """Remember that somebody vouched for another, for a time."""
    return Note(
        note.handle if note else handle, note.asked if note else None,
        until=_later(today, terms.hold_months), vouched_by=by,
    )  # fmt: skip


def _later(today: date, months: int) -> date:
    return today + timedelta(days=round(months * 30.4375))


def _day(moment: int) -> date:
    return datetime.fromtimestamp(moment, UTC).date()
