"""Where forge facts come from: one module per forge or format, found by discovery.

A module whose name does not begin with an underscore has `NAME`, `KINDS` (what it can yield), `PERSONAL` (the
personal data it reads) and `open_source(origin, access)`, which gives a `ForgeSource` or None when the origin
is not for it. An origin is a file, or a project's address: `https://github.com/owner/name`. Where an address
does not tell the brand of a forge, it is written before it: `github+https://code.example.org/owner/name`.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import Any

from folkmoot.model.errors import UsageError
from folkmoot.model.source import Access, ForgeSource
from folkmoot.sources.git.location import without_secret


@cache
def all_forges() -> dict[str, Any]:
    """Give the module of every forge by its NAME."""
    modules = (
        import_module(f"{__name__}.{found.name}")
        for found in pkgutil.iter_modules(__path__)
        if not found.name.startswith("_")
    )
    return {module.NAME: module for module in modules}


def open_forge(origin: str, access: Access) -> ForgeSource:
    """Open the forge an origin means. Raises UsageError when no forge knows it, SourceError as it opens."""
    if "://" in origin and any(ord(character) < 33 for character in origin):
        raise UsageError(
            f"{origin!r} is no address: it has spaces or control characters in it.",
            hint="type it again, or quote it for the shell.",
        )
    for module in all_forges().values():
        source: ForgeSource | None = module.open_source(origin, access)
        if source is not None:
            return source
    brands = ", ".join(name for name, module in all_forges().items() if getattr(module, "IS_HOST", True))
    raise UsageError(
        f"No forge is known by {without_secret(origin)!r}.",
        hint="name an existing file, or an address with the forge's brand before it, such as "
        f"github+https://code.example.org/owner/name (brands: {brands}).",
    )
