"""Every dialect in which communities write down roles, one file each, found by discovery.

A module here has a docstring and one `FORM`. Adding a file adds the dialect to the roster, the history and
the audit; nothing else has to change.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from folkmoot.govern.roles.form import Form


@cache
def all_forms() -> tuple[Form, ...]:
    """Give every form, in the order in which they are asked whether a file is theirs."""
    found = [
        import_module(f"{__name__}.{module.name}").FORM
        for module in pkgutil.iter_modules(__path__)
        if not module.name.startswith("_")
    ]
    return tuple(sorted(found, key=lambda form: (form.order, form.name)))


@cache
def form_of(path: str) -> Form | None:
    """Give the form a file of this path is written in, or None when it is no file of roles."""
    return next((form for form in all_forms() if form.matches(path)), None)
