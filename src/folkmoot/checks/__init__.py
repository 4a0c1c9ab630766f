"""Every check of a project's files, one file each, found by discovery.

A check module is a docstring in the house's template and one `CHECK`. Adding a file here adds the check to
the report, the JSON, the command line and the reference.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from folkmoot.model.check import Check


@cache
def all_checks() -> dict[str, Check]:
    """Give every check by its id, in the order of page, `order` and id."""
    found = [
        import_module(f"{__name__}.{module.name}").CHECK
        for module in pkgutil.iter_modules(__path__)
        if not module.name.startswith("_")
    ]
    return {check.id: check for check in sorted(found, key=lambda c: (c.page, c.order, c.id))}
