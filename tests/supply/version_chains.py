"""Reads chains of versions, and a real project's tables of comparisons, into single comparisons."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

Comparison = tuple[str, str, int, str]
"""Ecosystem, one version, how it compares (-1, 0, 1), the other version."""


def chains(path: Path) -> Iterator[Comparison]:
    """Give every pair of every chain of a file, both ways round."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        ecosystem, _, chain = line.partition(": ")
        words = chain.split()
        placed = [(words[:at].count("<"), version) for at, version in enumerate(words) if at % 2 == 0]
        for here, one in placed:
            for there, other in placed:
                yield ecosystem, one, (here > there) - (here < there), other


def comparisons(ecosystem: str, text: str) -> Iterator[Comparison]:
    """Give what each line `1.0 < 1.1` says, both ways round."""
    for line in text.splitlines():
        if line and not line.startswith(("# ", "// ")):
            one, sign, other = line.split(" ")
            yield ecosystem, one, "<=>".index(sign) - 1, other
            yield ecosystem, other, 1 - "<=>".index(sign), one
