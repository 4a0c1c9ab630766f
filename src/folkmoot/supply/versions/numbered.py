"""Versions of nothing but numbers: R's and Haskell's. One with more numbers comes after its own beginning.

https://astrostatistics.psu.edu/su07/R/html/base/html/package_version.html
https://hackage.haskell.org/package/Cabal-syntax/docs/Distribution-Types-Version.html
"""

from __future__ import annotations

from folkmoot.supply.versions._semantic_parts import is_number

ECOSYSTEMS = frozenset({"CRAN", "Bioconductor", "Hackage"})


def key(version: str) -> tuple[int, ...]:
    """Give what a version is compared by. Raises ValueError where a part is no number."""
    parts = version.replace("-", ".").split(".")
    if not all(map(is_number, parts)):
        raise ValueError("not only numbers")
    return tuple(map(int, parts))
