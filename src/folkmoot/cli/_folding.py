"""Sentences folded to the terminal that shows them, at most at what is easy to read."""

from __future__ import annotations

import shutil
import textwrap

MOST_WIDE, LEAST_WIDE = 100, 40


def width() -> int:
    """Give how wide sentences may be: as the terminal, and in a pipe as wide as is easy to read."""
    return max(LEAST_WIDE, min(shutil.get_terminal_size((MOST_WIDE, 24)).columns, MOST_WIDE))


def folded(text: str, first: str, others: str) -> str:
    """Fold a paragraph; what is broken inside a command or an address cannot be copied."""
    return textwrap.fill(
        text, width(), initial_indent=first, subsequent_indent=others,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
