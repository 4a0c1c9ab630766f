"""Python's versions by PEP 440, and those from before it by what setuptools made of them.

https://packaging.python.org/en/latest/specifications/version-specifiers/
"""

from __future__ import annotations

import re

from packaging.version import InvalidVersion, Version

ECOSYSTEMS = frozenset({"PyPI"})

_PARTS = re.compile(r"[0-9]+|[a-z]+|\.|-")
_SAME = {"pre": "c", "preview": "c", "-": "final-", "rc": "c", "dev": "@"}


def key(version: str) -> object:
    """Give what a version is compared by: any of PEP 440 comes after any that is older than that."""
    try:
        return 1, Version(version)
    except InvalidVersion:
        return 0, _legacy(version.lower())


def _legacy(version: str) -> tuple[str, ...]:
    """Give the key of setuptools 8, which packaging had until its version 22 for what PEP 440 refuses."""
    parts: list[str] = []
    for found in (*_PARTS.findall(version), "final"):
        if found == ".":
            continue
        part = _SAME.get(found, found)
        part = part.zfill(8) if part[0].isdigit() else f"*{part}"
        if part.startswith("*"):
            while part < "*final" and parts and parts[-1] == "*final-":
                parts.pop()
            while parts and parts[-1] == "00000000":
                parts.pop()
        parts.append(part)
    return tuple(parts)
