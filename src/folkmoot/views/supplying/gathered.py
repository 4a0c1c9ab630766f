"""Holes of one package told together, where they are many: what is to be done about all is one update."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from folkmoot.i18n import Message, Text
from folkmoot.model.page import Entry
from folkmoot.model.vulnerability import Hit, Vulnerability

FEW = 3
"""So many holes of one package are told one by one."""
MOST_NAMED = 6
MOST_PLACES = 3
OWN = {"stdlib", "toolchain"}
LOWEST = "This is Go's own, at the lowest Go that may build the module; a newer one has fewer holes."


def gathered(found: Iterable[Vulnerability]) -> list[tuple[Vulnerability, ...]]:
    """Give groups of holes in their order: many of one package as one group, all others by themselves."""
    holes = list(found)
    packages = {hole.id: {hit.component.purl.package for hit in hole.hits} for hole in holes}
    by_package = defaultdict(list)
    for hole in holes:
        if len(packages[hole.id]) == 1:
            by_package[next(iter(packages[hole.id]))].append(hole)
    groups: list[tuple[Vulnerability, ...]] = []
    told = set()
    for hole in holes:
        (package, *others) = packages[hole.id] or [None]
        of = by_package[package] if package is not None and not others else [hole]
        if len(of) <= FEW:
            groups.append((hole,))
        elif package not in told:
            told.add(package)
            groups.append(tuple(of))
    return groups


def entry_of(group: tuple[Vulnerability, ...]) -> Entry:
    """Give many holes of one package as one entry."""
    hits: dict[tuple[str, str], Hit] = {}
    for hole in group:
        for hit in hole.hits:
            hits.setdefault((hit.component.place, hit.component.purl.version), hit)
    first = group[0].hits[0].component.purl
    facts: list[Text] = [_place(hit) for hit in list(hits.values())[:MOST_PLACES]]
    if len(hits) > MOST_PLACES:
        facts.append(Message("Places more: {count}.", {"count": len(hits) - MOST_PLACES}))
    values: dict[str, str | int | float] = {
        "names": ", ".join(hole.id for hole in group[:MOST_NAMED]),
        "more": len(group) - MOST_NAMED,
        "count": len(group),
        "reached": sum(any(hit.is_reached for hit in hole.hits) for hole in group),
        "name": first.full_name,
    }
    facts.append(Message("{names} and {more} more." if len(group) > MOST_NAMED else "{names}.", values))
    if any(hit.is_reached is not None for hole in group for hit in hole.hits):
        facts.append(Message("In parts that files here import: {reached} of {count}.", values))
    if first.type == "golang" and first.full_name in OWN:
        facts.append(LOWEST)
    return Entry(
        str(first.package),
        Message("{name}: {count} holes", values),
        group[0].kind or str(group[0].severity),
        tuple(facts),
    )


def _place(hit: Hit) -> Text:
    values: dict[str, str | int | float] = {
        "name": hit.component.purl.full_name,
        "version": hit.component.purl.version,
        "place": hit.component.place,
        "update": hit.update,
    }
    if not hit.update:
        return Message("{name} {version} in {place}; no version that mends them is known.", values)
    return Message("{name} {version} in {place}; {update} mends all that can be mended.", values)
