"""The versions of Alpine's packages: numbers, a letter, suffixes in a given order, and a build.

https://github.com/alpinelinux/apk-tools/blob/master/doc/apk-package.5.scd#package-info-metadata
"""

from __future__ import annotations

import re

ECOSYSTEMS = frozenset(
    {"Alpine", "Alpaquita", "BellSoft Hardened Containers", "Chainguard", "MinimOS", "Wolfi"}
)

_NUMBERS = re.compile(r"(?:[0-9]+(?:\.[0-9]+)*\.?)?")
_LETTER = re.compile(r"[a-z]?")
_SUFFIX = re.compile(r"_(alpha|beta|pre|rc|cvs|svn|git|hg|p)([0-9]*)")
_HASH = re.compile(r"(?:~[0-9a-f]+)?")
_BUILD = re.compile(r"-r([0-9]*)")
_SUFFIXES = ("alpha", "beta", "pre", "rc", "", "cvs", "svn", "git", "hg", "p")
_NO_SUFFIX = (_SUFFIXES.index(""), 0)
_BROKEN, _WITH_REST, _WHOLE = range(3)


def key(version: str) -> object:
    """Give what a version is compared by. Any text is a version; what is broken in it comes before."""
    numbers = _NUMBERS.match(version)
    place = numbers.end() if numbers else 0
    letter = _LETTER.match(version, place)
    place = letter.end() if letter else place
    suffixes = []
    while found := _SUFFIX.match(version, place):
        suffixes.append((_SUFFIXES.index(found[1]), int(found[2] or 0)))
        place = found.end()
    hashed = _HASH.match(version, place)
    place = hashed.end() if hashed else place
    build = _BUILD.match(version, place)
    rest = version[build.end() if build else place :]
    whole = (_WHOLE, "") if not rest else (_WITH_REST, "") if build or rest[0] == "-" else (_BROKEN, version)
    return (
        _numbers(numbers[0] if numbers else ""),
        letter[0] if letter else "",
        (*suffixes, _NO_SUFFIX),
        int(build[1] or 0) if build else 0,
        whole,
    )


def _numbers(text: str) -> tuple[object, ...]:
    """Give the first number, then those that begin with 0 as text, as if they stood behind a point."""
    parts = [part for part in text.split(".") if part]
    while len(parts) > 1 and parts[-1] == "0":
        parts.pop()
    first = int(parts[0]) if parts else 0
    return (first, *((0, part) if part.startswith("0") else (1, int(part)) for part in parts[1:]))
