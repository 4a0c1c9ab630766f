"""Every check, one file each, found by discovery: each folder here is a room with one kind of question.

A check module is a docstring in the house's template and one `CHECK`. Adding a file to a room adds the check
to the report, the JSON, the command line and the reference. Modules whose name begins with `_` are shared
by their room.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from folkmoot.model.check import Check


@cache
def rooms() -> tuple[str, ...]:
    """Give the names of the rooms, sorted."""
    return tuple(sorted(each.name for each in pkgutil.iter_modules(__path__) if each.ispkg))


@cache
def all_checks(*wanted: str) -> dict[str, Check]:
    """Give every check of the `wanted` rooms (of all without any) by its id, by page, `order` and id.

    Only the rooms that are asked for are imported: some pages need a few checks only.
    """
    found = []
    for room in wanted or rooms():
        folder = import_module(f"{__name__}.{room}").__path__
        found += [
            import_module(f"{__name__}.{room}.{module.name}").CHECK
            for module in pkgutil.iter_modules(folder)
            if not module.name.startswith("_")
        ]
    return {check.id: check for check in sorted(found, key=lambda c: (c.page, c.order, c.id))}
