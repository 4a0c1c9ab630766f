"""Names of people: when are two the same, and when does a name prove anything at all."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib import resources
from typing import Any

MOST_LENGTH = 200
_SPLIT = re.compile(r"[\W_]+")


@cache
def data(name: str) -> dict[str, Any]:
    """Give the content of one of the reviewable data files in `people/data`."""
    return tomllib.loads(resources.files("folkmoot.people").joinpath("data", name).read_text("utf-8"))


@lru_cache(maxsize=65536)
def words(name: str) -> tuple[str, ...]:
    """Give a name's words without case, accents and punctuation; "Lovelace, Ada" is Ada Lovelace."""
    last, comma, first = name[:MOST_LENGTH].partition(",")
    plain = f"{first} {last}" if comma and first.strip() and "," not in first else name[:MOST_LENGTH]
    if not plain.isascii():
        parts = unicodedata.normalize("NFKD", plain)
        plain = "".join(part for part in parts if not unicodedata.combining(part))
    return tuple(word for word in _SPLIT.split(plain.casefold().replace("'", "")) if word)


def is_placeholder(name: str) -> bool:
    """Say whether a name is one that tools or templates write, such as root or Your Name."""
    return " ".join(words(name)) in _placeholders()


def full_name(name: str) -> str:
    """Give the key under which two full names are the same, or "" when the name proves nothing."""
    parts = words(name)
    if len(parts) < 2 or " ".join(parts) in _placeholders():
        return ""
    if max(len(part) for part in parts) < 3 and name.isascii():
        return ""
    return " ".join(parts)


@cache
def _placeholders() -> frozenset[str]:
    return frozenset(" ".join(words(name)) for name in data("placeholders.toml")["names"])
