"""The panel on what is known against the packages, or how to get to know it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from folkmoot.i18n import Message, Text
from folkmoot.model.metric import Better
from folkmoot.model.page import Entry, Panel
from folkmoot.model.vulnerability import Vulnerabilities, Vulnerability
from folkmoot.views.supplying.gathered import entry_of, gathered
from folkmoot.views.supplying.known import Supply

MOST_SHOWN = 20
HOLES = ("", "malicious")
"""Kinds of advisories that name a hole; others say that nobody maintains a package, say."""
NO_DATABASE = (
    "There are no advisories on this machine. `folkmoot advisories update --from PATH-OR-URL` reads them in, "
    "and the next report holds every package against them."
)


def holes_panel(supply: Supply) -> Panel:
    """Give what is known, the worst first, with how old that knowledge is."""
    known = supply.vulnerabilities
    panel = Panel(
        id="supply-holes",
        title="Known holes",
        question="What is publicly known against the packages of this project?",
        unit=None,
        better=Better.NEITHER,
        shape=None,
    )
    if known is None:
        return replace(panel, missing=NO_DATABASE)
    groups = gathered(known.found)
    return replace(
        panel,
        entries=tuple(_entry(*each) if len(each) == 1 else entry_of(each) for each in groups[:MOST_SHOWN]),
        more=max(0, len(groups) - MOST_SHOWN),
        headline=_headline(known),
        caveat=_caveat(known),
        source="OSV",
    )


def _headline(known: Vulnerabilities) -> Text:
    count = sum(each.kind in HOLES for each in known.found)
    notes = len(known.found) - count
    values: dict[str, str | int | float] = {"count": count, "notes": notes, "checked": known.checked}
    if not known.checked and not known.found:
        return "No package here could be looked up, so nothing is known of holes in them."
    if not count and not notes:
        return Message("Versions looked up: {checked}. Nothing is known against them.", values)
    if not notes:
        return Message("Versions looked up: {checked}. Known holes: {count}.", values)
    return Message(
        "Versions looked up: {checked}. Known holes: {count}; no holes, but notices: {notes}.", values
    )


def _caveat(known: Vulnerabilities) -> Text:
    values: dict[str, str | int | float] = {
        "day": datetime.fromtimestamp(known.database.newest, UTC).date().isoformat(),
        "unknown": len(known.without_version)
        + len(known.without_order)
        + len(known.uncovered)
        + len(known.undecided),
    }
    if not values["unknown"]:
        return Message("The newest advisory here changed on {day}.", values)
    return Message(
        "The newest advisory here changed on {day}. Packages that could not be looked up, as they have no "
        "exact version here, there are no advisories of their kind, or the history of their repository is "
        "not at hand: {unknown}.",
        values,
    )


def _entry(found: Vulnerability) -> Entry:
    facts: list[Text] = []
    for hit in found.hits[:3]:
        values: dict[str, str | int | float] = {
            "name": hit.component.purl.full_name,
            "version": hit.component.purl.version,
            "place": hit.component.place,
            "fixed": hit.fixed,
        }
        if hit.fixed:
            facts.append(Message("{name} {version} in {place}; mended in {fixed}.", values))
        else:
            facts.append(Message("{name} {version} in {place}; no mended version is known.", values))
    if len(found.hits) > 3:
        facts.append(Message("Places more: {count}.", {"count": len(found.hits) - 3}))
    title = Message("{id}: {summary}", {"id": found.id, "summary": found.summary})
    return Entry(
        found.id, title if found.summary else found.id, found.kind or str(found.severity), tuple(facts),
        address=found.address,
    )  # fmt: skip
