"""Rows of an answer, rounded and sorted, and their checksum: what engines must agree on."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from folkmoot.model.metric import Row

DIGITS = 9
"""Engines add floating numbers in different orders, so the last digits of a double are noise."""


def settled(rows: Iterable[Row]) -> list[tuple[str, ...]]:
    """Give the rows as sorted texts, numbers rounded to DIGITS significant digits."""
    return sorted(
        (
            str(row.period),
            row.label,
            row.part,
            str(row.n),
            _rounded(row.value),
            _rounded(row.low),
            _rounded(row.high),
        )
        for row in rows
    )


def _rounded(number: float | None) -> str:
    return "none" if number is None else f"{number + 0.0:.{DIGITS}g}"


def checksum(rows: Iterable[tuple[object, ...]]) -> str:
    """Give one short checksum for `rows`, which must already be settled."""
    digest = sha256()
    for row in rows:
        digest.update(("\x1f".join(map(str, row)) + "\x1e").encode())
    return digest.hexdigest()[:16]
