"""Every fix, one file each, found by discovery: a docstring that says what it writes, and one `FIX`.

A fix proposes; it reads the files through a `Bench` and writes nothing. What it changes in a file that is
there it changes as text, so that comments and formatting stay, and it proves that nothing else changed.
Modules whose name begins with `_` are shared.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from folkmoot.model.errors import UsageError
from folkmoot.model.fix import Fix


@cache
def all_fixes() -> dict[str, Fix]:
    """Give every fix by its id."""
    names = (module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))
    fixes: list[Fix] = [import_module(f"{__name__}.{name}").FIX for name in names]
    return {fix.id: fix for fix in sorted(fixes, key=lambda fix: fix.id)}


def fix_of(check: str) -> Fix | None:
    """Give the fix that answers a check, None where there is none."""
    return next((fix for fix in all_fixes().values() if check in fix.answers), None)


def fix_called(name: str) -> Fix:
    """Give a fix by its own id or by that of a check that it answers. Raises UsageError for others."""
    found = all_fixes().get(name) or fix_of(name)
    if found is None:
        known = ", ".join(all_fixes())
        raise UsageError(f"There is no fix for {name!r}.", hint=f"the fixes are {known}.")
    return found
