"""Values out of hostile files taken for what they should be, and for nothing else."""

from __future__ import annotations

from typing import Any

LONGEST = 1_000
"""Characters of one value that are kept."""


def word(value: object) -> str:
    """Give a text as one that can be written anywhere, "" for anything else."""
    if not isinstance(value, str):
        return ""
    text = value.strip()[:LONGEST]
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def table(value: object) -> dict[str, Any]:
    """Give a mapping, an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def entries(value: object) -> list[Any]:
    """Give a list, an empty one for anything else."""
    return value if isinstance(value, list) else []


def words(value: object) -> list[str]:
    """Give the texts of a list."""
    return [text for each in entries(value) if (text := word(each))]


def tables(value: object) -> list[dict[str, Any]]:
    """Give the mappings of a list."""
    return [each for each in entries(value) if isinstance(each, dict)]
