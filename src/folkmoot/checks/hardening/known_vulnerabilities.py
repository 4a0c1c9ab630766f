"""Known vulnerabilities: which updates close the holes that are known in what the project depends on.

Question:
    Is there an update to take in that closes a known hole?

Why it matters:
    A known hole is the first that somebody tries. Most are closed by an update that exists already, and one
    update often closes several.

How it is counted:
    Every component with an exact version in the project's own lock files and manifests is held against the
    advisories on this machine, by the algorithm of the OSV specification. Several advisories of one hole
    count once. Holes are gathered by the update that closes them, the worst first, what is there at run time
    before what only helps develop. Advisories that name no hole (a package is no longer maintained) are told
    and make no "no".

What it does not tell:
    Whether the project uses the part that is vulnerable. What became known after the advisories were read;
    their age is told. Components whose file leaves several versions possible, and what no file names.

References:
    OSV, evaluation: https://ossf.github.io/osv-schema/#evaluation
    OpenSSF, Vulnerabilities: https://github.com/ossf/scorecard/blob/main/docs/checks.md#vulnerabilities
    OSPS Baseline, OSPS-VM-05: https://baseline.openssf.org/versions/2026-02-19#osps-vm-05
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import NamedTuple

from folkmoot.checks.hardening._updating import command
from folkmoot.i18n import Message, Text
from folkmoot.model.check import Check, Evidence, Finding, Ground, Outcome, Risk
from folkmoot.model.component import Component, Scope
from folkmoot.model.vulnerability import Hit, Severity, Vulnerabilities, Vulnerability

ID = "known-vulnerabilities"
TITLE = "No known vulnerabilities to close"
WHY = (
    "A known hole is the first that somebody tries. Most are closed by an update that exists already, and "
    "one update often closes several."
)
EFFORT = "ten minutes each"
NAMED = 3
"""Vulnerabilities that one line names, and commands that the remedy gives."""
SETTLE = (
    "Run `folkmoot advisories update --from "
    "https://osv-vulnerabilities.storage.googleapis.com/PyPI/all.zip`, with the name of your own ecosystem "
    "(npm, Go, Maven, crates.io, RubyGems, Packagist, NuGet) for PyPI."
)
_WORST = list(Severity)
_RISKS = {
    Severity.CRITICAL: Risk.CRITICAL,
    Severity.HIGH: Risk.HIGH,
    Severity.LOW: Risk.LOW,
    Severity.NONE: Risk.LOW,
}
_HOLES = ("", "malicious")
"""Kinds of advisories that name something to act on."""


class _Closing(NamedTuple):
    """What one component needs: the version to move to ("" where none is known), and what that closes."""

    component: Component
    version: str
    closes: tuple[Vulnerability, ...]

    @property
    def severity(self) -> Severity:
        """Give the worst of what is closed."""
        return min((each.severity for each in self.closes), key=_WORST.index)


def _decide(ground: Ground) -> Finding:
    known = ground.vulnerabilities
    if known is None:
        return Finding(
            ID,
            TITLE,
            Outcome.UNKNOWN,
            ("There are no advisories on this machine.",),
            WHY,
            SETTLE,
            "five minutes",
        )
    holes = [each for each in known.found if each.kind in _HOLES]
    told = tuple(_beside(known))
    if not holes:
        return Finding(ID, TITLE, _without_holes(known), told, WHY, *_way_to_know(known))
    closings = sorted(_closings(holes), key=_first)
    summed = Message(
        "Known vulnerabilities: {holes}, in {components} places.",
        {"holes": len(holes), "components": len({each.component for each in closings})},
    )
    return Finding(
        ID, TITLE, Outcome.NO, (summed, *told), WHY, _remedy(closings, _day(known)), EFFORT,
        spots=tuple(_spot(each) for each in closings),
        risk=_RISKS.get(closings[0].severity, Risk.MEDIUM),
    )  # fmt: skip


def _closings(holes: Iterable[Vulnerability]) -> Iterable[_Closing]:
    """Gather holes by the component they are in, those an update closes apart from those that stay open."""
    found: dict[Hit, list[Vulnerability]] = {}
    for hole in holes:
        for hit in hole.hits:
            update = hit.update if hit.fixed else ""
            found.setdefault(Hit(hit.component, update=update), []).append(hole)
    for hit, closes in found.items():
        yield _Closing(hit.component, hit.update, tuple(closes))


def _first(closing: _Closing) -> tuple[bool, int, str, int]:
    component = closing.component
    is_apart = component.scope in {Scope.DEVELOPMENT, Scope.BUILD}
    return is_apart, _WORST.index(closing.severity), component.path, component.line


def _spot(closing: _Closing) -> Evidence:
    component = closing.component
    names = [each.id for each in closing.closes]
    values: dict[str, str | int | float] = {
        "package": component.purl.full_name,
        "version": component.purl.version,
        "fixed": closing.version,
        "names": ", ".join(names[:NAMED]),
        "more": len(names) - NAMED,
        "severity": "not scored" if closing.severity is Severity.UNKNOWN else closing.severity.value,
    }
    form = _NO_UPDATE if not closing.version else _UPDATE
    if any(each.kind == "malicious" for each in closing.closes):
        form = _REMOVE
    return Evidence(Message(form[len(names) > NAMED], values), component.path, component.line)


_UPDATE = (
    "{package} {version}: update to {fixed}, which closes {names} ({severity})",
    "{package} {version}: update to {fixed}, which closes {names} and {more} more ({severity})",
)
_NO_UPDATE = (
    "{package} {version} has {names} ({severity}), and no version without it is known",
    "{package} {version} has {names} and {more} more ({severity}), and no version without them is known",
)
_REMOVE = (
    "{package} {version} was made to do harm ({names}): remove it, and change every secret it could read",
    "{package} {version} was made to do harm ({names} and {more} more): remove it, and change every secret",
)


def _remedy(closings: Iterable[_Closing], day: str) -> Text:
    """Give the first commands to run, or where to write which version."""
    told: list[str] = []
    for closing in closings:
        component, version = closing.component, closing.version
        if version and len(told) < NAMED:
            run = command(component.path, component.purl.full_name, version)
            told.append(f"`{run}`" if run else f"{component.purl.full_name} {version} ({component.place})")
    if not told:
        return Message(
            "No update closes these yet, as far as the advisories at hand know (the newest is of {day}). See "
            "whether the project uses the part that is vulnerable; where it does not, say so with a reason "
            "in .folkmoot/checks.toml, else look for another package.",
            {"day": day},
        )
    return Message(
        "Take these updates in first, and run the tests: {updates}. Where you are not affected, say so with "
        "a reason in .folkmoot/checks.toml. The newest advisory at hand is of {day}.",
        {"updates": "; ".join(told), "day": day},
    )


def _without_holes(known: Vulnerabilities) -> Outcome:
    if known.checked and not known.unread:
        return Outcome.YES
    unasked = known.without_version or known.without_order or known.uncovered or known.unread
    return Outcome.UNKNOWN if unasked else Outcome.NOT_APPLICABLE


def _way_to_know(known: Vulnerabilities) -> tuple[Text, Text]:
    """Give what would settle it, and how long that takes, where nothing could be asked."""
    if _without_holes(known) is not Outcome.UNKNOWN:
        return "", ""
    if known.unread:
        return (
            "Ask this of a clone with all file contents, and mend files that cannot be read.",
            "five minutes",
        )
    if known.uncovered:
        return SETTLE, "five minutes"
    return "Keep a lock file: a range of versions cannot be held against advisories.", "half an hour"


def _day(known: Vulnerabilities) -> str:
    """Give the day the newest advisory was changed."""
    return datetime.fromtimestamp(known.database.newest, UTC).date().isoformat()


def _beside(known: Vulnerabilities) -> Iterable[Text]:
    """Say how much was asked, of what, how old it is, and what could not be asked."""
    notes = tuple(
        f"{hit.component.purl.full_name} ({each.kind})"
        for each in known.found
        for hit in each.hits[:1]
        if each.kind not in _HOLES
    )
    yield Message(
        "{checked} package versions were held against {advisories} advisories, the newest of {day}.",
        {
            "checked": known.checked,
            "advisories": known.database.advisories,
            "day": _day(known),
        },
    )
    for form, names in (
        ("Without an exact version in any file: {count}, such as {name}.", known.without_version),
        ("With a version that cannot be compared: {count}, such as {name}.", known.without_order),
        ("Of a kind without advisories at hand: {count}, such as {name}.", known.uncovered),
        ("Files that could not be read: {count}, such as {name}.", known.unread),
        ("Known for what is no hole: {count}, such as {name}.", notes),
    ):
        if names:
            yield Message(form, {"count": len(names), "name": names[0]})


CHECK = Check(
    id=ID,
    version=1,
    title=TITLE,
    question="Is there an update to take in that closes a known hole?",
    page="security",
    decide=_decide,
    definition="https://ossf.github.io/osv-schema/#evaluation",
    order=12,
    risk=Risk.HIGH,
)
