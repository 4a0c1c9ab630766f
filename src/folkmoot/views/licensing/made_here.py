"""The panel on packages made in folders of a project: which state another licence than the whole."""

from __future__ import annotations

from collections.abc import Iterator

from folkmoot.i18n import Message, Text
from folkmoot.model.licence import Member
from folkmoot.model.metric import Better
from folkmoot.model.page import Entry, Panel
from folkmoot.views.licensing.known import Licensing
from folkmoot.views.licensing.stated import place_of, unclear

MOST_SHOWN = 20
CAVEAT = (
    "Read from the manifest and the licence files in each package's folder. One that states nothing is under "
    "the licence of the whole if that is meant for all of it; who gets the package alone can't see it. Those "
    "that state nothing and are never published are left out."
)


def members_panel(licensing: Licensing) -> Iterator[Panel]:
    """Give the packages that state another licence than the project, then those that are not clear."""
    found = licensing.members
    if not found:
        return
    whole = licensing.licences.expression
    others = licensing.other_members
    vague = [each for each in found if not each.expression and (each.said or each.is_unread)]
    values: dict[str, str | int | float] = {
        "count": len(found),
        "same": sum(1 for each in found if each.expression) - len(others),
        "other": len(others),
        "vague": len(vague),
        "silent": len(found) - sum(1 for each in found if each.said or each.is_unread),
        "whole": whole,
    }
    headline = (
        "Packages made in folders: {count}. Under {whole} too: {same}; under another licence: {other}; not "
        "clear: {vague}; stating none: {silent}."
    )
    if not whole:
        headline = (
            "Packages made in folders: {count}. Stating a licence: {other}; not clear: {vague}; stating "
            "none: {silent}."
        )
    elif not (others or vague):
        headline = "Packages made in folders: {count}. Under {whole} too: {same}; stating none: {silent}."
    shown = [*others, *vague]
    yield Panel(
        id="licences-members",
        title="Packages made here",
        question="Do packages in folders of this project state another licence than the whole?",
        unit=None,
        better=Better.NEITHER,
        shape=None,
        entries=tuple(_entry(each, "another" if whole else "stated") for each in shown[:MOST_SHOWN]),
        more=max(0, len(shown) - MOST_SHOWN),
        headline=Message(headline, values),
        caveat=CAVEAT,
    )


def _entry(member: Member, state: str) -> Entry:
    facts: list[Text] = [
        Message("{place} says {licence}.", {"place": place_of(each), "licence": each.expression})
        if each.expression
        else Message("{place} is not clear: {what}.", {"place": place_of(each), "what": str(unclear(each))})
        for each in member.said[:3]
    ]
    if member.is_unread:
        facts.append("Some of it is not in this clone.")
    title = Message("{name}: {licence}", {"name": member.name, "licence": member.expression})
    return Entry(
        member.path,
        title if member.expression else member.name,
        state if member.expression else "unclear",
        tuple(facts),
    )
