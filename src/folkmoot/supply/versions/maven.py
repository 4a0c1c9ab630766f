"""Maven's versions: numbers and qualifiers, those of a pre-release before the release, any other after it.

https://maven.apache.org/pom.html#version-order-specification

Maven's own order goes round in circles where a qualifier stands behind a dot
(2.9.0 < 2.9.0-1 < 2.9.0.RC1 < 2.9.0): what Maven says of two versions counts here, not what would be tidy.
"""

from __future__ import annotations

import re
from functools import cmp_to_key
from typing import NamedTuple

from folkmoot.supply.versions._semantic_parts import is_number

ECOSYSTEMS = frozenset({"Maven"})

_PIECES = re.compile(r"[0-9]+|[^0-9]+")
_PLAIN = {"ga": "", "final": "", "release": "", "cr": "rc"}
_SHORT = {"a": "alpha", "b": "beta", "m": "milestone"}
_KNOWN = {"alpha": 0, "beta": 1, "milestone": 2, "rc": 3, "snapshot": 4, "": 5, "sp": 6}
_UNKNOWN = len(_KNOWN)


class _Token(NamedTuple):
    """A number or a qualifier, what stands before it, and whether it only fills up a shorter version."""

    before: str
    value: int | str
    is_filling: bool = False


def key(version: str) -> object:
    """Give what a version is compared by. Any text is a version."""
    tokens = _tokens(version.lower())
    # What says nothing falls away at the end, and at the end of what stands before each hyphen.
    place = len(tokens) - 1
    while place > 0:
        if tokens[place].value in {0, ""}:
            del tokens[place]
            place -= 1
            continue
        while place >= 0 and tokens[place].before != "-":
            place -= 1
        place -= 1
    return _ordered(tokens)


def _tokens(version: str) -> list[_Token]:
    """Part a version at dots, at hyphens, and where digits and letters meet, which is as good as a hyphen."""
    tokens = []
    for match in re.finditer(r"(^|[.-])([^.-]*)", version):
        before = match[1]
        pieces = _PIECES.findall(match[2]) or ["0"]
        for place, piece in enumerate(pieces):
            # Behind an alias in short stands its number.
            word = _SHORT.get(piece, piece) if place + 1 < len(pieces) else piece
            tokens.append(_Token(before, int(piece) if is_number(piece) else _PLAIN.get(word, word)))
            before = "-"
    return tokens


def _compare(one: list[_Token], other: list[_Token]) -> int:
    for place in range(max(len(one), len(other))):
        left = one[place] if place < len(one) else _filling(other[place])
        right = other[place] if place < len(other) else _filling(one[place])
        if left[:2] != right[:2]:
            return _compare_tokens(left, right)
    return 0


def _filling(other: _Token) -> _Token:
    """Give what stands in for a token that a shorter version does not have."""
    return _Token(other.before, 0 if other.before == "." and other.value != "sp" else "", is_filling=True)


def _compare_tokens(left: _Token, right: _Token) -> int:
    if left.before != right.before:
        return _sign(_rank(left), _rank(right))
    if isinstance(left.value, int) and isinstance(right.value, int):
        return _sign(left.value, right.value)
    if isinstance(left.value, int) and not left.is_filling:
        return 1
    if isinstance(right.value, int) and not right.is_filling:
        return -1
    return _sign(_qualifier(left), _qualifier(right))


def _rank(token: _Token) -> int:
    """Order what has different signs before it: .qualifier < -qualifier < -number < .number."""
    if isinstance(token.value, int):
        return 2 if token.before == "-" else 3
    return int(token.before == "-")


def _qualifier(token: _Token) -> tuple[int, str]:
    text = str(token.value)
    known = _KNOWN.get(text, _UNKNOWN)
    return known, text if known == _UNKNOWN else ""


def _sign(left: object, right: object) -> int:
    return int(left > right) - int(left < right)  # type: ignore[operator] # both of one kind


_ordered = cmp_to_key(_compare)
