"""Every rule of the audit, one file each, found by discovery.

A module here is a docstring in the house's template and one `RULE`. Adding a file adds the question to the
audit, the formats and the reference.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from folkmoot.govern.audit.rule import AuditRule


@cache
def all_rules() -> dict[str, AuditRule]:
    """Give every rule by its id, in their order."""
    found = [
        import_module(f"{__name__}.{module.name}").RULE
        for module in pkgutil.iter_modules(__path__)
        if not module.name.startswith("_")
    ]
    return {rule.id: rule for rule in sorted(found, key=lambda rule: (rule.order, rule.id))}
