"""Every layout, one file each, found by discovery. Adding a file here adds a community's way."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from folkmoot.govern.proposals.layout import Layout


@cache
def all_layouts() -> dict[str, Layout]:
    """Give every layout by its name, the most particular ones first."""
    modules = [import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__)]
    found: list[Layout] = [module.LAYOUT for module in modules]
    return {layout.name: layout for layout in sorted(found, key=lambda one: (one.order, one.name))}
