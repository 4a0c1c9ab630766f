"""The parts of a version that is more or less semantic: numbers, and what stands behind them."""

from __future__ import annotations

import re

_PARTS = re.compile(r"[vV]?([0-9.]*)([^+]*)(.*)", re.DOTALL)


def parts_of(version: str, most: int) -> tuple[tuple[int, ...], str, str]:
    """Give the numbers, without zeros at their end, the pre-release and the build of a version.

    Numbers beyond the first `most` belong to the pre-release, as in OSV's own comparison.
    Raises ValueError where there is no number at all.
    """
    found = _PARTS.fullmatch(version)
    numbers = [int(part) for part in found[1].split(".") if part] if found else []
    if found is None or not numbers:
        raise ValueError("no number")
    extra = "".join(f".{number}" for number in numbers[most:])
    return without_zeros(numbers[:most]), found[2].removeprefix("-") + extra, found[3][1:]


def without_zeros(numbers: list[int]) -> tuple[int, ...]:
    """Give the numbers without the zeros at their end, which say nothing."""
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)


def release_key(prerelease: str) -> tuple[object, ...]:
    """Give the key of a pre-release: before the release itself (""), numbers before words."""
    if not prerelease:
        return (1,)
    return (0, *((0, int(part)) if is_number(part) else (1, part) for part in prerelease.split(".")))


def is_number(text: str) -> bool:
    """Tell whether a text is made of ASCII digits only: Python knows many more."""
    return text.isascii() and text.isdigit()
