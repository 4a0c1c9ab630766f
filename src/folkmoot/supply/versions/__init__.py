"""The order of versions, as each packaging system has it: one file per order, found by discovery.

A module whose name does not begin with an underscore has `ECOSYSTEMS`, the names in the OSV format of the
systems that order versions so, and `key`, which turns a version into something that can be compared, and
raises ValueError for a version it cannot read. A key makes a total order by itself: whatever strings come, it
is never the case that a < b < c < a (the one exception stands in `composer`).
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any

LONGEST = 256
"""Most characters of a version. None of the real ones comes near; a longer one is not compared."""

Key = Any
"""Something that can be compared with another of the same ecosystem."""


@cache
def orders() -> dict[str, Callable[[str], Key]]:
    """Give the order of each ecosystem, by its name in the OSV format."""
    found = {}
    for module in pkgutil.iter_modules(__path__):
        if not module.name.startswith("_"):
            held = import_module(f"{__name__}.{module.name}")
            found.update(dict.fromkeys(held.ECOSYSTEMS, held.key))
    return found


def key_of(ecosystem: str, version: str) -> Key | None:
    """Give what a version is compared by, None where it cannot be compared. Never raises.

    `ecosystem` may have a release behind a colon (`Debian:12`): the order is that of all its releases.
    """
    order = orders().get(ecosystem.partition(":")[0])
    if order is None or not version or len(version) > LONGEST:
        return None
    try:
        return order(version)
    except ValueError:
        return None


def compare(ecosystem: str, one: str, other: str) -> int | None:
    """Give -1, 0 or 1 as one version comes before, with or after another; None where that is not known."""
    left, right = key_of(ecosystem, one), key_of(ecosystem, other)
    if left is None or right is None:
        return None
    return int(left > right) - int(left < right)
