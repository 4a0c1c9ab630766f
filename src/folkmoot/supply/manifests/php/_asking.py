"""What Composer's files ask for."""

from __future__ import annotations

import re

PLATFORM = re.compile(r"(?:php(?:-.*)?|hhvm|(?:ext|lib)-.*|composer(?:-.*)?)", re.IGNORECASE)
"""Names that mean the machine, not a package."""

_EXACT = re.compile(r"=?\s*(v?\d+\.\d+(?:\.\d+){0,2}(?:-[0-9A-Za-z.]+)?)")


def split(full: str) -> tuple[str, str]:
    """Give vendor and name of `monolog/monolog`."""
    namespace, _, name = full.partition("/")
    return (namespace, name) if name else ("", namespace)


def exact(text: str) -> str:
    """Give the one version a constraint allows, "" where it allows several."""
    found = _EXACT.fullmatch(text)
    return found[1] if found else ""
