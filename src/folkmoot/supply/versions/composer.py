"""PHP's versions, as PHP's own `version_compare` has them, and a `v` in front that says nothing.

https://www.php.net/version_compare

A part that is neither a number nor one of the known words comes before them all, as in OSV's own comparison.
The sign `#`, which no real version has, is equal to any number: the one place where this is no total order.
"""

from __future__ import annotations

import re
from functools import cmp_to_key

from folkmoot.supply.versions._semantic_parts import is_number

ECOSYSTEMS = frozenset({"Packagist"})

_PARTS = re.compile(r"[0-9]+|[^0-9.+_-]+")
_NUMBER = 4
_WORDS = ("dev", "a", "b", "rc", "#", "p")


def key(version: str) -> object:
    """Give what a version is compared by. Raises ValueError where there is nothing in it."""
    parts = _PARTS.findall(version.removeprefix("v").removeprefix("V"))
    if not parts:
        raise ValueError("nothing to compare")
    return _ordered([int(part) if is_number(part) else _weight(part) for part in parts])


class _Word(int):
    """What a word weighs, apart from a number."""


def _weight(word: str) -> _Word:
    told = "rc" if word.startswith("RC") else word
    return _Word(next((place for place, start in enumerate(_WORDS) if told.startswith(start)), 0))


def _compare(one: list[int], other: list[int]) -> int:
    for left, right in zip(one, other, strict=False):
        if isinstance(left, _Word) == isinstance(right, _Word):
            told = left - right
        else:
            told = (left - _NUMBER) if isinstance(left, _Word) else (_NUMBER - right)
        if told:
            return 1 if told > 0 else -1
    if len(one) == len(other):
        return 0
    if len(one) < len(other):
        return -_compare(other, one)
    return _compare_rest(one[len(other) :])


def _compare_rest(rest: list[int]) -> int:
    """Compare what one version has beyond the end of another with that end, which weighs as a number."""
    if not isinstance(rest[0], _Word):
        return 1
    return _compare(rest, [_Word(_NUMBER)])


_ordered = cmp_to_key(_compare)
