"""What is due: votes that close, and terms that end, with the days that are left."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from folkmoot.i18n import say
from folkmoot.views.governing.known import Known
from folkmoot.views.governing.own_decisions import OwnDecisions
from folkmoot.views.governing.telling import Names, day_of, days_until, short

SOON_TO_CLOSE = 14
SOON_TO_END = 60
LONG_OVER = 730
"""Days after which an end that is stated in a file says more about the file than about the term."""


class Due(NamedTuple):
    """One thing: what, on which ISO day, and how many days are left (below 0: it is past)."""

    title: str
    day: str
    days: int


def votes_due(known: Known, names: Names) -> Iterator[Due]:
    """Give the open votes that close within two weeks, and those past their time."""
    if known.own is not None:
        own = OwnDecisions(known.own, known.when, names)
        for decision in [] if own.problem else own.open:
            closes = int(decision.closes.timestamp())
            days = days_until(closes, known.now) if closes > known.now else -1
            if days <= SOON_TO_CLOSE:
                yield Due(say(own.title(decision)), day_of(closes), days)
    for one in known.announced:
        days = days_until(one.ends, known.now)
        if one.starts <= known.now < one.ends and days <= SOON_TO_CLOSE:
            yield Due(short(one.title), day_of(one.ends), days)


def terms_due(known: Known, names: Names) -> Iterator[Due]:
    """Give the roles whose stated last day is within two months, or past while they are still listed."""
    today = known.when.date()
    for listing in known.listings:
        try:
            until = date.fromisoformat(listing.until)
        except ValueError:
            continue
        days = (until - today).days
        if -LONG_OVER <= days <= SOON_TO_END:
            title = say(names.holding(listing))
            yield Due(title, until.isoformat(), days)
