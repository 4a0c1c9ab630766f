"""Privacy: what is held of people, why, and for how long, from the same list as the public notice."""

from __future__ import annotations

from collections.abc import Sequence

from folkmoot.i18n import Message, Text
from folkmoot.model.metric import Better
from folkmoot.model.page import Entry, Panel
from folkmoot.model.privacy import DataClass, PrivacySettings
from folkmoot.store.holding import holding
from folkmoot.store.inventory import CLASSES
from folkmoot.views.look import Look
from folkmoot.views.plan import PagePlan

HELD = {
    "identifiers": "people by name: {named}",
    "acts": "people: {people}, commits: {commits}",
    "texts": "first lines and titles: {texts}",
    "withheld": "people who objected: {objected}",
    "tombstones": "people erased: {erased}",
}
"""What can be counted of each class of data."""
LET_GO = "people by name: {named}, no longer named: {let_go}"
"""The same of identifiers, where names went after their period."""


ALL_NAMED = (
    "People held by name: {people}, whoever stands in the history or told a forge something, reviewers and "
    "authors of what was never merged included. Whoever wants to know, to object or to be erased turns to "
    "those who made this report: see `folkmoot privacy`."
)
SOME_NAMED = (
    "Of {people} people, {named} are held by name; all others are counted and never named. Whoever wants "
    "to know, to object or to be erased turns to those who made this report: see `folkmoot privacy`."
)
KEPT = (
    "Periods are set in folkmoot.toml, and kept when somebody calls `folkmoot privacy retain --apply`. "
    "This is "
    "no legal advice."
)
TO_CONTACT = (
    "Requests go to {contact}. Periods are set in folkmoot.toml, and kept when somebody calls `folkmoot "
    "privacy "
    "retain --apply`. This is no legal advice."
)


def applies(look: Look) -> bool:
    """Tell whether a report is made for readers: of repositories, not of a store alone."""
    return bool(look.repositories)


def lede(look: Look) -> Text:
    """Say how many people are named, and where to turn."""
    held = holding(look.connection)
    if not held.people:
        return "Nothing is held of anybody."
    said = ALL_NAMED if held.named == held.people else SOME_NAMED
    return Message(said, {"named": held.named, "people": held.people})


def more(look: Look) -> Sequence[Panel]:
    """Give the list of what is held."""
    held = holding(look.connection)
    counts: dict[str, str | int | float] = {
        "people": held.people, "named": held.named, "objected": held.objected, "let_go": held.let_go,
        "erased": held.erased, "commits": held.commits, "texts": held.texts,
    }  # fmt: skip
    entries = tuple(
        Entry(
            id=f"privacy-{one.id}",
            title=one.title,
            state=_state(one.id, counts),
            facts=(one.what, one.purpose),
            ask="How does it go?",
            details=(_period(one, look.privacy), one.ends) if one.retained else (one.ends,),
        )
        for one in CLASSES
    )
    return [
        Panel(
            id="personal-data",
            title="What is held of people",
            question="What is held, why, and how does it go?",
            unit=None,
            better=Better.NEITHER,
            shape=None,
            entries=entries,
            caveat=Message(TO_CONTACT, {"contact": look.privacy.contact}) if look.privacy.contact else KEPT,
            source="store",
        )
    ]


def _state(name: str, counts: dict[str, str | int | float]) -> Text:
    told = LET_GO if name == "identifiers" and counts["let_go"] else HELD.get(name, "")
    return Message(told, counts) if told else ""


def _period(one: DataClass, settings: PrivacySettings) -> Text:
    if one.id in settings.retention:
        return Message("Months: {months}, as folkmoot.toml says.", {"months": settings.retention[one.id]})
    if not one.months:
        return "No period is set."
    return Message("Months: {months}, as nothing else is set.", {"months": one.months})


PAGE = PagePlan("privacy", "Privacy", 98, lede, more, applies)
