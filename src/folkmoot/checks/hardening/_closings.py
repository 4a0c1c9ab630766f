"""Holes gathered by what closes them: the line of each component, the update, and the command for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from folkmoot.checks.hardening._updating import command
from folkmoot.i18n import Message, Text
from folkmoot.model.check import Evidence

if TYPE_CHECKING:  # most who check a project have no advisories, and need none of these
    from folkmoot.model.component import Component
    from folkmoot.model.vulnerability import Hit, Severity, Vulnerability

NAMED = 3
"""Vulnerabilities that one line names, and commands that a remedy gives."""
_UPDATE = (
    "{package} {version}: update to {fixed}, which closes {names} ({severity})",
    "{package} {version}: update to {fixed}, which closes {names} and {more} more ({severity})",
)
_ASIDE = (
    "{package} {version}: update to {fixed}, which closes {names} ({severity}) in what no file here imports",
    "{package} {version}: update to {fixed}, which closes {names} and {more} more that no file here imports",
)
_NO_UPDATE = (
    "{package} {version} has {names} ({severity}), and no version without it is known",
    "{package} {version} has {names} and {more} more ({severity}), and no version without them is known",
)
_REMOVE = (
    "{package} {version} was made to do harm ({names}): remove it, and change every secret it could read",
    "{package} {version} was made to do harm ({names} and {more} more): remove it, and change every secret",
)


class Closing(NamedTuple):
    """What one component needs: the version to move to ("" where none is known), and what that closes.

    `is_aside` tells that no file of the project imports the parts that are vulnerable.
    """

    component: Component
    version: str
    is_aside: bool
    closes: tuple[Vulnerability, ...]

    @property
    def severity(self) -> Severity:
        """Give the worst of what is closed."""
        return min((each.severity for each in self.closes), key=lambda severity: severity.rank)


def closings(holes: Iterable[Vulnerability]) -> list[Closing]:
    """Gather holes by the update that closes them; what the project reaches first, then the worst.

    What is there at run time comes before what only helps develop.
    """
    found: dict[tuple[Component, str, bool], list[Vulnerability]] = {}
    for hole in holes:
        for hit in hole.hits:
            key = (hit.component, hit.update if hit.fixed else "", hit.is_reached is False)
            found.setdefault(key, []).append(hole)
    return sorted((Closing(*key, tuple(closes)) for key, closes in found.items()), key=_first)


def is_out_of_reach(hit: Hit) -> bool:
    """Tell that nothing is to be done: no version mends it, and no file of the project imports it."""
    return hit.is_reached is False and not hit.fixed


def _first(closing: Closing) -> tuple[bool, bool, int, str, int]:
    component = closing.component
    helps = component.scope.helps_develop
    return closing.is_aside, helps, closing.severity.rank, component.path, component.line


def spot(closing: Closing) -> Evidence:
    """Give the line of a component with what it needs."""
    component = closing.component
    names = [each.id for each in closing.closes]
    values: dict[str, str | int | float] = {
        "package": component.purl.full_name,
        "version": component.purl.version,
        "fixed": closing.version,
        "names": ", ".join(names[:NAMED]),
        "more": len(names) - NAMED,
        "severity": closing.severity.value if closing.severity.is_scored else "not scored",
    }
    form = _NO_UPDATE if not closing.version else _ASIDE if closing.is_aside else _UPDATE
    if any(each.kind == "malicious" for each in closing.closes):
        form = _REMOVE
    return Evidence(Message(form[len(names) > NAMED], values), component.path, component.line)


def remedy(found: Sequence[Closing], day: str) -> Text:
    """Give the first commands to run, or where to write which version, each package once."""
    told: dict[str, str] = {}
    for closing in found:
        package = closing.component.purl.full_name
        if closing.version and len(told) < NAMED and package not in told:
            told[package] = _step(closing)
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
        {"updates": "; ".join(told.values()), "day": day},
    )


def _step(closing: Closing) -> str:
    component = closing.component
    run = command(component.path, component.purl.full_name, closing.version)
    folder = component.path.rpartition("/")[0]
    if not run:
        return f"{component.purl.full_name} {closing.version} ({component.place})"
    return f"`{run}` ({folder})" if folder else f"`{run}`"
