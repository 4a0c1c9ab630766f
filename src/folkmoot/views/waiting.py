"""Who waits for an answer, as links and as lists: each thing by its title and number, nobody by name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from folkmoot.i18n import Message, Text
from folkmoot.model.event import DAY
from folkmoot.model.link import Link
from folkmoot.model.metric import Better
from folkmoot.model.page import Entry, Panel
from folkmoot.store.outline import LAGGING
from folkmoot.store.patches import ARCHIVE
from folkmoot.store.waiting import Waiting
from folkmoot.views.governing.telling import short
from folkmoot.views.look import Look
from folkmoot.views.period import iso_date

SHOWN = 20
NAMED = 5
"""How many a list shows, and how many the agenda names."""
YEAR = 365
NAMED_DAY = "{title} (#{number}), a day"
NAMED_DAYS = "{title} (#{number}), {days} days"
LONGEST = "The longest wait is {days} days."
UNKNOWN = (
    "Archives of public events do not say what is open now: connect the forge, with "
    "`folkmoot report REPO --forge https://github.com/owner/name`."
)


def newcomers(look: Look) -> list[Waiting]:
    """Give what people opened who had never done anything here, unanswered for longer than wanted."""
    return [one for one in late(look) if one.is_new and not one.is_answered]


def issues(look: Look) -> list[Waiting]:
    """Give the issues that nobody has answered for longer than wanted."""
    return [one for one in late(look) if not one.is_change and not one.is_answered]


def changes(look: Look) -> list[Waiting]:
    """Give the changes on which the community has had the next word for longer than wanted."""
    return [one for one in late(look) if one.is_change]


def late(look: Look) -> list[Waiting]:
    """Give whatever waits for longer than the community wants, the newest first."""
    return [one for one in look.waiting if one.seconds > look.response_days * DAY]


def of_a_year(found: Iterable[Waiting]) -> list[Waiting]:
    """Leave out what has waited for over a year; whoever opened that has most likely given up."""
    return [one for one in found if one.seconds <= YEAR * DAY]


def links(look: Look, found: Sequence[Waiting]) -> tuple[Link, ...]:
    """Name the first few; under aliases neither title nor number, which would tell who it is."""
    return tuple(
        Link(_lasted(one))
        if look.aliases
        else Link(
            Message(NAMED_DAY if one.days == 1 else NAMED_DAYS, _values(one)),
            one.address,
        )
        for one in found[:NAMED]
    )


def longest(found: Iterable[Waiting]) -> tuple[Text, ...]:
    """Say how long the longest wait is, and how many have lasted over a year."""
    every = list(found)
    if not every:
        return ()
    days = max(one.days for one in every)
    old = len(every) - len(of_a_year(every))
    if old:
        values: dict[str, str | int | float] = {"days": days, "old": old}
        return (Message("The longest wait is {days} days; for over a year: {old}.", values),)
    return ("The longest wait is a day." if days == 1 else Message(LONGEST, {"days": days}),)


def waiting_panel(
    look: Look, identifier: str, title: str, question: str, found: Sequence[Waiting], none: str
) -> Panel:
    """Give a panel that lists what waits, or says in the words of `none` that nothing does."""
    is_unknown = look.outline.forges == (ARCHIVE,)
    source = ", ".join(look.outline.forges or ()) or "the forge"
    return Panel(
        id=identifier,
        title=title,
        question=question,
        unit=None,
        better=Better.NEITHER,
        shape=None,
        entries=tuple(_entry(look, place, one) for place, one in enumerate(found[:SHOWN], 1)),
        more=max(0, len(found) - SHOWN),
        headline="" if found or is_unknown else Message(none, {"days": look.response_days}),
        caveat="Open, no draft, and nobody else has the next word. Robots neither wait nor answer.",
        missing=UNKNOWN if is_unknown else "",
        parameters={"response_days": look.response_days},
        source=source,
        coverage=look.outline.quality,
        coverage_notes=tuple(
            note for note in look.outline.notes if isinstance(note, Message) and note.text == LAGGING
        ),
        data_until=iso_date(look.outline.seen_until(source)),
        freshness=iso_date(look.outline.as_of),
    )


def _entry(look: Look, place: int, one: Waiting) -> Entry:
    state = _lasted(one)
    if look.aliases:
        return Entry(f"waiting-{place}", "A change" if one.is_change else "An issue", state)
    said: Text = "Its author said the last word." if one.is_answered else ""
    title = Message("{title} (#{number})", _values(one))
    if look.outline.projects > 1:
        title = Message(
            "{project}: {title} (#{number})", _values(one) | {"project": look.project_name(one.project)}
        )
    sort = "change" if one.is_change else "issue"
    return Entry(
        f"{sort}-{one.project}-{one.number}", title, state, (said,) if said else (), address=one.address
    )


def _lasted(one: Waiting) -> Text:
    return "a day" if one.days == 1 else Message("{days} days", {"days": one.days})


def _values(one: Waiting) -> dict[str, str | int | float]:
    return {"title": short(one.title) or "–", "number": one.number, "days": one.days}
