"""Dart's versions: semantic, but a build comes after the same version without one.

https://pub.dev/packages/pub_semver
"""

from __future__ import annotations

from folkmoot.supply.versions._semantic_parts import parts_of, release_key

ECOSYSTEMS = frozenset({"Pub"})


def key(version: str) -> object:
    """Give what a version is compared by. Raises ValueError where there is no number."""
    numbers, prerelease, build = parts_of(version, 3)
    return numbers, release_key(prerelease), build
