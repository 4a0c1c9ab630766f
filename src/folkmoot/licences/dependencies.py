"""The licences of what a project depends on: as its lock files state them, else as installed packages do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from folkmoot.licences.installed import Installed, normalized
from folkmoot.licences.names import understood
from folkmoot.model.component import Component, Scope
from folkmoot.model.licence import Dependency
from folkmoot.model.purl import Purl

NO_PACKAGES = frozenset({"docker", "github", "oci", "gitlab", "bitbucket", "generic"})
"""Types of what a build service fetches, and of sources: nobody installs them, and no licence is stated."""
SHIPPED = frozenset({Scope.RUNTIME, Scope.OPTIONAL})


def dependencies_of(components: Iterable[Component], packages: Sequence[Installed] = ()) -> list[Dependency]:
    """Give each dependency once, with its licence as far as anybody states it.

    A dependency that any place ships counts as shipped; a place that states a licence is believed before one
    that does not.
    """
    by_version: dict[tuple[str, str, str], Installed] = {}
    by_name: dict[tuple[str, str], list[Installed]] = {}
    for package in packages:
        by_version.setdefault((package.type, package.name, package.version), package)
        by_name.setdefault((package.type, package.name), []).append(package)
    found: dict[str, Dependency] = {}
    versions: dict[Purl, set[str]] = {}
    for component in components:
        if component.purl.type in NO_PACKAGES:
            continue
        name = str(component.purl)
        versions.setdefault(component.purl.package, set()).add(component.purl.version)
        made = _of(component, by_version, by_name)
        known = found.get(name)
        if known is None:
            found[name] = made
            continue
        best = known if known.expression or not made.expression else made
        found[name] = Dependency(
            name, best.words, best.expression, best.place, known.asked, known.development and made.development
        )
    # a manifest's "any version" of what a lock file answers is the same dependency
    answered = {str(package) for package, known in versions.items() if len(known) > 1}
    return [found[name] for name in sorted(found) if name not in answered]


def _of(
    component: Component,
    by_version: dict[tuple[str, str, str], Installed],
    by_name: dict[tuple[str, str], list[Installed]],
) -> Dependency:
    purl = component.purl
    development = component.scope not in SHIPPED
    words, place = component.licence, component.place
    read = understood(words, slash_is_or=True) if words else None
    expression = read.text if read and read.known else ""
    if not expression:
        name = normalized(purl.full_name) if purl.type == "pypi" else purl.full_name
        package = by_version.get((purl.type, name, purl.version))
        others = by_name.get((purl.type, name), [])
        if package is None and not purl.version and len(others) == 1:
            package = others[0]
        if package is not None and (package.expression or not words):
            words, expression, place = package.words, package.expression, package.path
    return Dependency(
        str(purl), words[:200], expression, place if words else "", component.place, development
    )
