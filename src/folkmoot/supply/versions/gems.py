"""Ruby's versions: numbers and words; a word makes a pre-release of what stands before it.

https://docs.ruby-lang.org/en/master/Gem/Version.html
"""

from __future__ import annotations

import re

from folkmoot.supply.versions._semantic_parts import is_number

ECOSYSTEMS = frozenset({"RubyGems"})

_SEGMENTS = re.compile(r"[0-9]+|[^0-9.]+")
_END = (1, 0, 0)


def key(version: str) -> object:
    """Give what a version is compared by. Raises ValueError where there is nothing in it.

    What is missing counts as 0, and a word comes before any number. So where a version ends lies between the
    zeros that lead to a word and those that lead to a number: a zero's third part says which it is.
    """
    segments = _SEGMENTS.findall(version)
    if not segments:
        raise ValueError("nothing to compare")
    told: list[tuple[object, ...]] = []
    following = 0
    for segment in reversed(_canonical(segments)):
        number = int(segment) if is_number(segment) else None
        if number is None:
            told.append((0, segment))
            following = -1
        elif number:
            told.append((1, number, 0))
            following = 1
        else:
            told.append((1, 0, following))
    return (*reversed(told), _END)


def _canonical(segments: list[str]) -> list[str]:
    """Give the segments without the zeros at the end, and without those before the first word."""
    first = next((place for place, each in enumerate(segments) if not is_number(each)), len(segments))
    return _trimmed(segments[:first]) + _trimmed(segments[first:])


def _trimmed(segments: list[str]) -> list[str]:
    while segments and is_number(segments[-1]) and not int(segments[-1]):
        segments = segments[:-1]
    return segments
