"""NuGet's versions: semantic with four numbers, and without regard to capitals.

https://learn.microsoft.com/en-us/nuget/concepts/package-versioning
"""

from __future__ import annotations

from folkmoot.supply.versions._semantic_parts import parts_of, release_key

ECOSYSTEMS = frozenset({"NuGet"})


def key(version: str) -> object:
    """Give what a version is compared by. Raises ValueError where there is no number."""
    numbers, prerelease, _ = parts_of(version.lower(), 4)
    return numbers, release_key(prerelease)
