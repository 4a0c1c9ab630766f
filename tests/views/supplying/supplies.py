"""Supplies written by hand: components, files and holes without a tree that has to be read."""

from __future__ import annotations

from checks.trees import ground
from folkmoot.model.component import Component, Inventory, Kind, Manifest
from folkmoot.model.purl import parse_purl
from folkmoot.model.vulnerability import Database, Hit, Severity, Vulnerabilities, Vulnerability
from folkmoot.views.supplying.known import Supply

DAY = 86_400


def component(purl: str, path: str = "package-lock.json", line: int = 1, **more: object) -> Component:
    """Give one component of a package URL at a place."""
    return Component(parse_purl(purl), path, line, **more)  # type: ignore[arg-type]


def manifest(
    path: str, *components: Component, kind: Kind = Kind.MANIFEST, ecosystem: str = "npm", apart: str = ""
) -> Manifest:
    """Give one file with what it names."""
    return Manifest(path, "form", kind, ecosystem, components, None, apart)


def hit(
    purl: str,
    path: str = "go.mod",
    line: int = 2,
    fixed: str = "",
    update: str = "",
    reached: bool | None = None,
) -> Hit:
    """Give one component that is vulnerable."""
    return Hit(component(purl, path, line), fixed, update, reached)


def hole(name: str, *hits: Hit, kind: str = "", severity: Severity = Severity.UNKNOWN) -> Vulnerability:
    """Give one vulnerability."""
    return Vulnerability((name,), "", severity, hits=hits, kind=kind)


def known(*found: Vulnerability, checked: int = 1, **more: object) -> Vulnerabilities:
    """Give what a database whose newest advisory is of 1970-01-03 says."""
    return Vulnerabilities(Database(0, 2 * DAY, 1), found, checked, **more)  # type: ignore[arg-type]


def supply(
    *manifests: Manifest, vulnerabilities: Vulnerabilities | None = None, inventory: Inventory | None = None
) -> Supply:
    """Give the supply of a project with these files."""
    made = Supply("mine", ground({}))
    made.inventory = inventory or Inventory(tuple(sorted(manifests, key=lambda each: each.path)))
    made.vulnerabilities = vulnerabilities
    return made
