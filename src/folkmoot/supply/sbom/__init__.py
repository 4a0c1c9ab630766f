"""The bill of materials of one commit: put together once, written in every standard form.

A form module is a docstring and one `FORM`; they are found by discovery.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from folkmoot.supply.sbom._form import Form
from folkmoot.supply.sbom.bill import Bill, bill_of

__all__ = ["Bill", "Form", "all_forms", "bill_of"]


@cache
def all_forms() -> dict[str, Form]:
    """Give every form by its name."""
    found = [
        import_module(f"{__name__}.{module.name}")
        for module in pkgutil.iter_modules(__path__)
        if not module.name.startswith("_")
    ]
    return {each.FORM.name: each.FORM for each in found if hasattr(each, "FORM")}
