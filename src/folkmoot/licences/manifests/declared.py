"""One declared licence, and how to find the line it stands on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Declared:
    """What is declared: the words as written, the line, and the expression where it isn't the words."""

    words: str
    line: int = 0
    means: str = ""


Reader = Callable[[str], Iterator[Declared]]
KEY = re.compile(r"[^\w#]*(?:\w+\.|Package)?licen[sc]es?(?:expression|url)?\W", re.IGNORECASE)


def line_of(text: str, words: str) -> int:
    """Give the line, from 1, that declares a licence by these words: one with the key, else any."""
    alone = 0
    for number, line in enumerate(text.splitlines(), 1):
        if words in line:
            if KEY.match(line):
                return number
            alone = alone or number
    return alone
