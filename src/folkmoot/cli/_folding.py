"""Sentences folded to the terminal that shows them, at most at what is easy to read."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Iterator, Sequence

MOST_WIDE, LEAST_WIDE = 100, 40
BETWEEN, BELOW = "  ", "    "
"""What stands between the columns of a table, and before what goes on below."""


def width() -> int:
    """Give how wide sentences may be: as the terminal, and in a pipe as wide as is easy to read."""
    return max(LEAST_WIDE, min(shutil.get_terminal_size((MOST_WIDE, 24)).columns, MOST_WIDE))


def folded(text: str, first: str, others: str) -> str:
    """Fold a paragraph; what is broken inside a command or an address cannot be copied."""
    return textwrap.fill(
        text, width(), initial_indent=first, subsequent_indent=others,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


def on_screen(text: str, first: str = "", others: str = "") -> str:
    """Fold a line where somebody watches; what goes elsewhere stays a line, for programs that read lines."""
    return folded(text, first, others) if sys.stdout.isatty() else first + text


def rows_on_screen(rows: Sequence[Sequence[str]], widths: Sequence[int]) -> Iterator[str]:
    """Give a table line by line; where somebody watches, columns that do not fit stand below their row."""
    room = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    fitting = len(widths)
    while room and fitting > 1 and sum(widths[:fitting]) + len(BETWEEN) * (fitting - 1) > room:
        fitting -= 1
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        beside = fitting
        while room and beside > 1 and len(BETWEEN.join(cells[:beside]).rstrip()) > room:
            beside -= 1  # this row is longer than its columns are wide
        yield BETWEEN.join(cells[:beside]).rstrip()
        if any(row[beside:]):
            yield BELOW + BETWEEN.join(cell for cell in row[beside:] if cell)
