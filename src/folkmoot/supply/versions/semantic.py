"""Semantic versions: three numbers, a pre-release before the release, a build that says nothing.

https://semver.org/spec/v2.0.0.html#spec-item-11
"""

from __future__ import annotations

from folkmoot.supply.versions._semantic_parts import parts_of, release_key

ECOSYSTEMS = frozenset(
    {"npm", "crates.io", "Go", "Hex", "Bitnami", "ConanCenter", "Docker Hardened Images", "GHC",
     "GitHub Actions", "Julia", "SwiftURL"}
)  # fmt: skip


def key(version: str) -> object:
    """Give what a version is compared by. Raises ValueError where there is no number."""
    numbers, prerelease, _ = parts_of(version, 3)
    return numbers, release_key(prerelease)
