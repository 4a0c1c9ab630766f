"""The words of every licence and exception that SPDX publishes, ready to compare with.

A text is kept as runs of words: one that a copy must have, one that it may lack (a title, an example, a
part with an alternative), and so on in turn. Texts that several identifiers share stand under what the
identifiers share: `GPL-3.0` for `GPL-3.0-only` and `GPL-3.0-or-later`.
"""

from __future__ import annotations

import json
import lzma
import sys
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from itertools import pairwise

from folkmoot.licences.listed import spdx_list

END_OF_RUN, END_OF_TEXT = "/", "//"
"""No words: they end a run before the next one, and the last run of a text."""
Pair = tuple[str, str]
"""Two words that follow one another."""


@dataclass(frozen=True)
class LicenceText:
    """One text. `slots` is in how many places anything may be filled in."""

    id: str
    slots: int
    runs: tuple[str, ...]

    @cached_property
    def needed(self) -> frozenset[str]:
        """The words that a copy must have."""
        return frozenset(" ".join(self.runs[::2]).split())

    @cached_property
    def allowed(self) -> frozenset[str]:
        """The words that a copy may have beside those it must have."""
        return frozenset(" ".join(self.runs[1::2]).split()) - self.needed

    @cached_property
    def sizes(self) -> tuple[int, int]:
        """How many words a copy has at least, and at most."""
        least = sum(run.count(" ") + 1 for run in self.runs[::2] if run)
        return least, least + sum(run.count(" ") + 1 for run in self.runs[1::2] if run)

    @cached_property
    def pairs(self) -> tuple[frozenset[Pair], frozenset[Pair]]:
        """The pairs of words that a copy must have, and those it may have."""
        needed: set[Pair] = set()
        may: set[Pair] = set()
        before: str | None = None
        needed_before: str | None = None
        for number, run in enumerate(self.runs):
            words = run.split()
            if not words:
                continue
            within = set(pairwise(words))
            (may if number % 2 else needed).update(within)
            if before is not None:
                may.add((before, words[0]))
            if not number % 2:
                if needed_before is not None:
                    may.add((needed_before, words[0]))
                needed_before = words[-1]
            before = words[-1]
        return frozenset(needed), frozenset(may - needed)


@cache
def all_texts() -> tuple[Sequence[LicenceText], Sequence[LicenceText]]:
    """Give the texts of licences, and those of exceptions."""
    texts = list(_unpacked((files("folkmoot.licences") / "data/spdx-texts.xz").read_bytes()))
    known = spdx_list()
    exceptions = {text.id for text in texts if text.id in known and known[text.id].exception}
    return (
        [text for text in texts if text.id not in exceptions],
        [text for text in texts if text.id in exceptions],
    )


def _unpacked(packed: bytes) -> Iterator[LicenceText]:
    """Read a head in JSON that names the words, and the number of each word of all texts, in two bytes."""
    head, _, rest = lzma.decompress(packed).partition(b"\n")
    told = json.loads(head)
    numbers = array("H", rest)
    if sys.byteorder == "big":
        numbers.byteswap()
    bodies = " ".join(map(told["words"].split(" ").__getitem__, numbers)).split(END_OF_TEXT)[:-1]
    for (identifier, slots), body in zip(told["slots"].items(), bodies, strict=True):
        yield LicenceText(identifier, slots, tuple(run.strip() for run in body.split(END_OF_RUN)))
