"""Finding what a folder holds: one file per thing, no central list."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import Any


@cache
def found_in(package: str, attribute: str) -> tuple[Any, ...]:
    """Give `attribute` of every module of `package` whose name has no leading underscore, by name."""
    place = import_module(package).__path__
    return tuple(
        getattr(import_module(f"{package}.{module.name}"), attribute)
        for module in sorted(pkgutil.iter_modules(place), key=lambda module: module.name)
        if not module.name.startswith("_")
    )
