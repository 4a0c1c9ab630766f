"""Everything about the supply chain of one project, each part found out when it is first asked for."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from folkmoot.model.check import Ground
from folkmoot.model.component import Component, Inventory, Kind, Manifest
from folkmoot.model.errors import FolkmootError
from folkmoot.model.purl import Purl
from folkmoot.model.vulnerability import Vulnerabilities
from folkmoot.supply.joining import locks_of
from folkmoot.views.guarding.advised import vulnerabilities_in
from folkmoot.views.supplying.reading import inventory_on

_FIXED = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}|sha256:[0-9a-f]{64}")
"""A whole commit id or a digest: all else is a tag or a branch, `v4.2.1` too."""
MOVING = frozenset({"github", "docker"})
"""Kinds that are named by tags and branches of somebody else's."""
GO_ITSELF = frozenset({"pkg:golang/stdlib", "pkg:golang/toolchain"})
"""What advisories call Go's own library and tools: a hole may be in them, and no file asks for a package."""
ASKED, NEEDED, UNSAID = "asked for here", "needed by others", "not said"
"""Who wants a package: the project itself, another package, or no file says."""
LOCKABLE = frozenset({"npm", "pypi", "cargo", "gem", "composer", "nuget", "maven"})
"""Ecosystems whose tools write lock files that are read here."""


def is_exact(component: Component) -> bool:
    """Tell whether a file leaves one version possible, and nobody can put another in its place.

    A whole version of an action (`v4.2.1`) is one to hold advisories against, and a tag that can move.
    """
    if component.purl.type in MOVING:
        return bool(_FIXED.fullmatch(component.purl.version))
    return component.resolved


@dataclass
class Supply:
    """One project. `advisories` is the file of a database of advisories, None where there is none."""

    name: str
    ground: Ground
    project: int = 0
    advisories: Path | None = None

    @cached_property
    def inventory(self) -> Inventory:
        """Every manifest and lock file."""
        return inventory_on(self.ground)

    @cached_property
    def packages(self) -> dict[Purl, list[Component]]:
        """Each package, whatever its version, with every place that names it; Go itself is none."""
        found: dict[Purl, list[Component]] = defaultdict(list)
        for component in self.inventory.components():
            found[component.purl.package].append(component)
        return {package: told for package, told in found.items() if str(package) not in GO_ITSELF}

    @cached_property
    def files(self) -> dict[Manifest, frozenset[Purl]]:
        """Each file of the project's own that names packages, with these; those that name most first."""
        named = {
            each: frozenset(one.purl.package for one in each.components) & self.packages.keys()
            for each in self.inventory.own
        }
        ordered = sorted(named.items(), key=lambda pair: (-len(pair[1]), pair[0].path))
        return {manifest: packages for manifest, packages in ordered if packages}

    @cached_property
    def counts(self) -> dict[str, Counter[str]]:
        """How many packages of each ecosystem are asked for here, needed by others, or neither is said."""
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for package, told in self.packages.items():
            said = {each.direct for each in told}
            kind = ASKED if True in said else NEEDED if False in said else UNSAID
            counts[package.type][kind] += 1
        return dict(sorted(counts.items(), key=lambda pair: (-pair[1].total(), pair[0])))

    @cached_property
    def versions(self) -> dict[Purl, list[str]]:
        """Each package that lock files name in several versions, with these; the most versions first."""
        found: dict[Purl, set[str]] = defaultdict(set)
        for package, told in self.packages.items():
            for each in told:
                if each.resolved and package.type not in {"github", "docker"}:
                    found[package].add(each.purl.version)
        several = {
            package: sorted(versions, key=_numbered)
            for package, versions in found.items()
            if len(versions) > 1
        }
        return dict(sorted(several.items(), key=lambda pair: (-len(pair[1]), str(pair[0]))))

    @cached_property
    def unlocked(self) -> list[tuple[Manifest, int]]:
        """Each manifest without a lock file, with how many of its packages could come in any version."""
        locks = locks_of(self.inventory.manifests)
        told = [
            (each, len({one.purl.package for one in each.components if not one.resolved}))
            for each in self.inventory.own
            if each.kind is Kind.MANIFEST and each.ecosystem in LOCKABLE and not locks[each.path]
        ]
        return [(manifest, count) for manifest, count in told if count]

    @cached_property
    def movable(self) -> list[Component]:
        """The actions and images that may change without a change here: named by a tag or a branch."""
        return [
            each for each in self.inventory.components() if each.purl.type in MOVING and not is_exact(each)
        ]

    @cached_property
    def apart(self) -> Counter[str]:
        """How many files of dependencies lie in folders that set them apart, by the folder's name."""
        return Counter(each.apart for each in self.inventory.manifests if each.apart)

    @cached_property
    def vulnerabilities(self) -> Vulnerabilities | None:
        """What the advisories on this machine say; None where there are none, or they cannot be read."""
        if self.advisories is None:
            return None
        try:
            return vulnerabilities_in(self.ground, self.advisories)
        except FolkmootError:
            return None


def _numbered(version: str) -> tuple[tuple[int, ...], str]:
    """Give what sorts versions for the eye: their numbers as numbers. No packaging system's own order."""
    return tuple(int(each) for each in re.findall(r"\d{1,9}", version)), version
