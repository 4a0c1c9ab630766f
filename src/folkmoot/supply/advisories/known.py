"""What the advisories say about the components of a project, and what they cannot say."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from folkmoot.model.component import Component
from folkmoot.model.purl import Purl
from folkmoot.model.vulnerability import Hit, Severity, Vulnerabilities, Vulnerability
from folkmoot.supply.advisories.commits import GIT, Contains, judge_commit, pinned
from folkmoot.supply.advisories.cvss import severity_of
from folkmoot.supply.advisories.database import Advisories, Kept
from folkmoot.supply.advisories.matching import Verdict, judge
from folkmoot.supply.advisories.naming import ECOSYSTEMS, ecosystem_and_name
from folkmoot.supply.versions import key_of

_ORDER = list(Severity)
MOST_CANDIDATES = 100
_MOVING = re.compile(r"v?[0-9]+(\.[0-9]+)?")
_GENERAL = ("GHSA-", "CVE-")
"""Databases of everything; a name from any other says more of where it belongs."""


class _Match(NamedTuple):
    """One advisory that affects one component."""

    kept: Kept
    component: Component
    fixed: str
    update: str


def vulnerabilities_of(
    components: Iterable[Component], advisories: Advisories, contains: Contains | None = None
) -> Vulnerabilities:
    """Hold each component against the advisories. A component several files name is found in each of them.

    `contains` tells of commits which holds which, for advisories that name commits.
    Several advisories of one vulnerability (GHSA, CVE, PYSEC, RUSTSEC, GO) become one, by their aliases.
    Raises StoreError when the file of advisories is broken.
    """
    matches: list[_Match] = []
    undecided: dict[str, None] = {}
    without_order: dict[str, None] = {}
    uncovered: dict[str, None] = {}
    named = list(components)
    versions: dict[Purl, dict[str, list[Component]]] = defaultdict(lambda: defaultdict(list))
    for component in named:
        versions[component.purl.package][_exact(component.purl)].append(component)
    checked = foreign = 0
    missing: dict[str, None] = {}
    asked: set[Purl] = set()
    for package, held in versions.items():
        place = ecosystem_and_name(package)
        if place is None:
            foreign += 1
            continue
        if not advisories.has(place[0]):
            uncovered[str(package)] = None
            missing[place[0]] = None
            continue
        asked.add(package)
        kept = list(advisories.on(*place))
        for version, found in held.items():
            if not version:
                continue
            checked += 1
            verdicts = [(each, judge(version, each.affected)) for each in kept]
            if any(verdict.is_affected is None for _, verdict in verdicts):
                without_order[str(found[0].purl)] = None
            against = [(each, verdict.fixed) for each, verdict in verdicts if verdict.is_affected]
            update = _as_written(_update(against, kept), version)
            for each, fixed in against:
                matches += [
                    _Match(each, component, _as_written(fixed, version), update) for component in found
                ]
    told = {(id(match.component), name) for match in matches for name in match.kept.names}
    for component, one, verdict in _at_commits(named, advisories, contains):
        if not told.isdisjoint((id(component), name) for name in one.names):
            continue
        if verdict.is_affected:
            matches.append(_Match(one, _at_its_commit(component), verdict.fixed, verdict.fixed))
        elif verdict.is_affected is None:
            undecided[f"{one.names[0]}: {component.purl}"] = None
    ranges = [str(package) for package, held in versions.items() if set(held) == {""} and package in asked]
    return Vulnerabilities(
        advisories.about,
        tuple(sorted((_merged(group) for group in _groups(matches)), key=_worst_first)),
        checked,
        tuple(sorted(ranges)),
        tuple(sorted(without_order)),
        tuple(sorted(uncovered)),
        missing=tuple(sorted(missing)),
        foreign=foreign,
        undecided=tuple(sorted(undecided)),
    )


def _at_commits(
    components: Iterable[Component], advisories: Advisories, contains: Contains | None
) -> Iterator[tuple[Component, Kept, Verdict]]:
    """Hold each component that is kept at a commit against what is said of the repository's commits."""
    if not advisories.has(GIT):
        return
    for component in components:
        place = pinned(component)
        if place is not None:
            for kept in advisories.on(GIT, place[0]):
                yield component, kept, judge_commit(place[1], kept.affected, contains)


def _at_its_commit(component: Component) -> Component:
    """Give a component with its commit for the version it has none of."""
    place = pinned(component)
    if component.purl.version or place is None:
        return component
    return replace(component, purl=replace(component.purl, version=place[1]))


def _exact(package: Purl) -> str:
    """Give the version a component stays at, "" for a tag of an action that moves on (v4)."""
    is_action = ECOSYSTEMS.get(package.type) == "GitHub Actions"
    return "" if is_action and _MOVING.fullmatch(package.version) else package.version


def _groups(matches: Iterable[_Match]) -> list[list[_Match]]:
    """Put together what shares a name, or a name with one that shares a name."""
    leader: dict[str, str] = {}

    def led(name: str) -> str:
        while leader[name] != name:
            leader[name] = leader[leader[name]]
            name = leader[name]
        return name

    matches = list(matches)
    for match in matches:
        for name in match.kept.names:
            leader.setdefault(name, name)
            leader[led(name)] = led(match.kept.names[0])
    groups: dict[str, list[_Match]] = defaultdict(list)
    for match in matches:
        groups[led(match.kept.names[0])].append(match)
    return list(groups.values())


def _merged(group: list[_Match]) -> Vulnerability:
    names = sorted({name for match in group for name in match.kept.names}, key=_own_first)
    shown = min(group, key=lambda match: _own_first(match.kept.names[0])).kept
    scored = [(each.kept.score, each.kept.vector) for each in group if each.kept.score is not None]
    score, vector = (
        max(scored) if scored else (None, next((m.kept.vector for m in group if m.kept.vector), ""))
    )
    words = [Severity(match.kept.word) for match in group if match.kept.word]
    severity = (
        severity_of(score) if score is not None else min(words, key=_ORDER.index, default=Severity.UNKNOWN)
    )
    if any(match.kept.kind == "malicious" for match in group):
        severity = Severity.CRITICAL
    # What two advisories say of one component is one hit; it is mended where both say so.
    told: dict[Component, list[_Match]] = defaultdict(list)
    for match in group:
        told[match.component].append(match)
    hits = [
        Hit(component, _last(component.purl, [each.fixed for each in of]), of[0].update)
        for component, of in told.items()
    ]
    return Vulnerability(
        tuple(names),
        shown.summary or next((match.kept.summary for match in group if match.kept.summary), ""),
        severity,
        score,
        vector,
        max(match.kept.modified for match in group),
        tuple(
            sorted(hits, key=lambda hit: (hit.component.path, hit.component.line, str(hit.component.purl)))
        ),
        shown.kind,
        tuple(sorted({path for match in group for path in match.kept.affected.imports})),
    )


def _update(against: list[tuple[Kept, str]], kept: list[Kept]) -> str:
    """Give the lowest version named as a fix that has nothing against it but what has no fix at all.

    Where every such version has, the highest fix of what is known against the component's own is given.
    """
    fixes = [fixed for _, fixed in against if fixed]
    if not fixes:
        return ""
    ecosystem = against[0][0].affected.ecosystem
    stays = [each for each, fixed in against if not fixed]
    others = [each for each in kept if each not in stays]
    named = {
        event_version
        for each in others
        for told in each.affected.ranges
        for kind, event_version in told.events
        if kind == "fixed"
    }
    keyed = {version: key for version in {*named, *fixes} if (key := key_of(ecosystem, version)) is not None}
    if not keyed:
        return fixes[0]
    least = max((keyed[fix] for fix in fixes if fix in keyed), default=min(keyed.values()))
    higher = sorted((version for version in keyed if keyed[version] >= least), key=keyed.__getitem__)
    for version in higher[:MOST_CANDIDATES]:
        if not any(judge(version, each.affected).is_affected for each in others):
            return version
    return higher[0]


def _own_first(name: str) -> tuple[int, str]:
    """Order names: the ecosystem's own, then those of the databases of everything."""
    return next((place for place, start in enumerate(_GENERAL, 1) if name.startswith(start)), 0), name


def _worst_first(found: Vulnerability) -> tuple[int, float, tuple[str, ...]]:
    return _ORDER.index(found.severity), -(found.score or 0), found.names


def _last(package: Purl, fixes: list[str]) -> str:
    """Give the highest of the versions in which it is mended, "" where none is known."""
    place = ecosystem_and_name(package)
    keyed = [(key, fix) for fix in fixes if place and (key := key_of(place[0], fix)) is not None]
    if keyed:
        return max(keyed, key=lambda each: each[0])[1]
    return next((fix for fix in fixes if fix), "")


def _as_written(fixed: str, version: str) -> str:
    """Give a version with the `v` in front that the component's own has: Go's module files want it."""
    return f"v{fixed}" if version.startswith("v") and fixed[:1].isdigit() else fixed
