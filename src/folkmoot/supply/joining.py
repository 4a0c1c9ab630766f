"""Manifests and lock files put together: what a lock file does not tell, the manifest beside it does.

Many lock files do not say which packages the project asks for itself, or what for. The manifests that a lock
file answers do: those of the same ecosystem in its folder and below it, up to the next lock file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from folkmoot.model.component import Component, Kind, Manifest, Scope
from folkmoot.model.purl import Purl
from folkmoot.supply.apart import is_for_development

BELOW = {"npm", "cargo", "pypi", "nuget", "maven", "gem"}
"""Ecosystems in which one lock file answers for a whole workspace of folders."""

PROJECT = frozenset({"pyproject", "setup-cfg", "setup-py"})
ANSWERS = {
    "poetry-lock": PROJECT,
    "uv-lock": PROJECT,
    "pdm-lock": PROJECT,
    "pylock": PROJECT,
    "pipfile-lock": frozenset({"pipfile"}),
    "gradle-lock": frozenset({"version-catalog"}),
    "packages-lock": frozenset({"dotnet-project"}),
    "packages-config": frozenset[str](),
}
"""Which formats a lock file answers where an ecosystem has several tools; others answer all of theirs."""


def locks_of(manifests: Iterable[Manifest]) -> dict[str, tuple[str, ...]]:
    """Give the paths of the lock files that answer each manifest, by the manifest's path; () for none.

    The nearest folder above with lock files of the ecosystem counts.
    """
    told = list(manifests)
    by_place: dict[tuple[str, str], list[Manifest]] = defaultdict(list)
    for each in told:
        if each.kind is Kind.LOCK and not each.apart:
            by_place[each.ecosystem, _folder(each.path)].append(each)
    return {
        each.path: _nearest(each, by_place) for each in told if each.kind is Kind.MANIFEST and not each.apart
    }


def _answers(lock: Manifest, manifest: Manifest) -> bool:
    """Tell whether a lock file is one for this manifest.

    A list of pins answers the list it was made from (`x.in`), or the project beside it.
    """
    if lock.format != "requirements":
        return manifest.format in ANSWERS.get(lock.format, (manifest.format,)) and (
            manifest.format != "requirements"
        )
    if manifest.format == "requirements":
        return manifest.path.removesuffix(".in") + ".txt" == lock.path
    return _folder(manifest.path) == _folder(lock.path) and manifest.format in PROJECT


def _nearest(manifest: Manifest, by_place: dict[tuple[str, str], list[Manifest]]) -> tuple[str, ...]:
    folder = _folder(manifest.path)
    while True:
        known = by_place.get((manifest.ecosystem, folder), ())
        found = tuple(lock.path for lock in known if _answers(lock, manifest))
        if found:
            return found
        if not folder or manifest.ecosystem not in BELOW:
            return ()
        folder = _folder(folder)


def joined(manifests: list[Manifest]) -> list[Manifest]:
    """Give the manifests with what each lock file leaves open filled in from those it answers."""
    by_path = {each.path: each for each in manifests}
    answered: dict[str, list[Manifest]] = defaultdict(list)
    for path, locks in locks_of(manifests).items():
        for lock in locks:
            answered[lock].append(by_path[path])
    told = _without_own([_spread(_filled(each, answered.get(each.path, []))) for each in manifests])
    return [_for_development(each) if is_for_development(each.path) else each for each in told]


def _without_own(manifests: list[Manifest]) -> list[Manifest]:
    """Leave out what is the project itself: modules of a project that ask for one another.

    Another version of it than the one in this tree comes from elsewhere, and stays.
    """
    own: dict[Purl, set[str]] = defaultdict(set)
    for each in manifests:
        if each.own is not None:
            own[each.own.package].add(each.own.version)
    told = []
    for manifest in manifests:
        components = tuple(each for each in manifest.components if not _is_own(each, own))
        told.append(replace(manifest, components=components))
    return told


def _is_own(component: Component, own: dict[Purl, set[str]]) -> bool:
    versions = own.get(component.purl.package)
    return versions is not None and (component.purl.version in versions | {""} or "" in versions)


def _for_development(manifest: Manifest) -> Manifest:
    components = [
        replace(each, scope=Scope.DEVELOPMENT) if each.scope is Scope.RUNTIME else each
        for each in manifest.components
    ]
    return replace(manifest, components=tuple(components))


def _filled(lock: Manifest, asking: list[Manifest]) -> Manifest:
    """Say of each component of a lock file whether it is direct, and what for, where only manifests know."""
    if lock.kind is not Kind.LOCK or not asking:
        return lock
    wanted: dict[Purl, Scope] = {}
    for manifest in asking:
        for each in manifest.components:
            package = each.purl.package
            wanted[package] = min(wanted.get(package, each.scope), each.scope, key=list(Scope).index)
    if not wanted:
        return lock
    components = list(lock.components)
    if all(each.direct is None for each in components):
        components = [replace(each, direct=each.purl.package in wanted) for each in components]
    if all(each.scope is Scope.RUNTIME for each in components) or lock.format == "requirements":
        components = [
            replace(each, scope=wanted.get(each.purl.package, each.scope)) if each.direct else each
            for each in components
        ]
    return replace(lock, components=tuple(components))


def _spread(lock: Manifest) -> Manifest:
    """Give what is only needed by something else the weightiest scope it is reached from.

    Only where the file says what direct components are for and nothing of the others.
    """
    others = [each for each in lock.components if not each.direct]
    if lock.kind is not Kind.LOCK or not any(each.needs for each in lock.components):
        return lock
    if len(others) == len(lock.components) or any(each.scope is not Scope.RUNTIME for each in others):
        return lock
    needs = {each.purl: each.needs for each in lock.components}
    found: dict[Purl, Scope] = {}
    for scope in Scope:
        waiting = [each.purl for each in lock.components if each.direct and each.scope is scope]
        while waiting:
            purl = waiting.pop()
            if purl not in found:
                found[purl] = scope
                waiting += needs.get(purl, ())
    components = [replace(each, scope=found.get(each.purl, each.scope)) for each in lock.components]
    return replace(lock, components=tuple(components))


def _folder(path: str) -> str:
    return path.rpartition("/")[0]
