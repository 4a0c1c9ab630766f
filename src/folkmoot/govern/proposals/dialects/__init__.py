"""Every way of writing headers, one file each, found by discovery. Adding a file here adds a dialect."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from folkmoot.govern.proposals.header import Dialect


@cache
def all_dialects() -> dict[str, Dialect]:
    """Give every dialect by its name."""
    modules = [import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__)]
    found: list[Dialect] = [module.DIALECT for module in modules]
    return {dialect.name: dialect for dialect in sorted(found, key=lambda one: one.name)}
