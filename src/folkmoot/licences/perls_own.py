"""The terms of Perl itself: what most of CPAN is under says so in these words, and names no licence first.

SPDX writes them as a choice of two. A text that says so and gives both licences below, as is usual in a file
LICENSE, says which of the two is for what: the taker chooses.
"""

from __future__ import annotations

import re
from collections.abc import Collection

MEANT = "Artistic-1.0-Perl OR GPL-1.0-or-later"
BEGINNING = 1_000
SAYS_SO = re.compile(
    r"\b(?:the\s+)?(?:same\s+)?(?:terms|licen[sc]e)\s+(?:as|of)\s+(?:the\s+)?perl(?:\s*5)?"
    r"(?:\s+programming\s+language)?(?:\s+system)?\s+itself\b",
    re.IGNORECASE,
)
GIVEN = frozenset({"GPL-1.0", "GPL-2.0", "Artistic-1.0", "Artistic-1.0-cl8", "Artistic-1.0-Perl"})
"""Licences whose texts may stand below: files LICENSE give one edition or another."""
ELSE = re.compile(
    r"\b(?:except|only|not|portions?|parts?|apache|bsd|mit|lgpl|artistic-2|version 2\.0)\b", re.IGNORECASE
)
"""Words near by that add something or take something away."""


def says_perls_own(text: str, holds: Collection[str] = ()) -> bool:
    """Tell whether a text begins by claiming Perl's own terms; `holds` are licences that stand in it."""
    found = SAYS_SO.search(text[:BEGINNING])
    if not found or not frozenset(holds) <= GIVEN:
        return False
    before, after = text[: found.start()], text[found.end() : found.end() + 200]
    return not ELSE.search(f"{before} {after.partition('---')[0]}")
