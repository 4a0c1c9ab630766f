"""Taking text apart into JSON objects, whatever stands between them: newlines, nothing, commas.

Archives hold one object per line; some of the oldest hold them end to end on one line, and what an API gave
is one list over many lines. A line that cannot be read costs that line: it is named and the next one is read.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

LONGEST = 16 * 1024 * 1024
"""Longest object taken, in characters. The largest real ones, pushes of 2011, have some hundred thousand."""
_BETWEEN = re.compile(r"[\s,\[\]\ufeff]*")


class Found(NamedTuple):
    """One object and the line it begins on, from 1; where it could not be read, `problem` says why."""

    line: int
    value: Any
    problem: str = ""


def objects(chunks: Iterable[bytes], first_line: int = 1) -> Iterator[Found]:
    """Yield every object of a text in UTF-8, what is not UTF-8 replaced, in memory of a few objects."""
    return _Reading(first_line).read(chunks)


def _refuse(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


class _Reading:
    """What is not taken yet is `text` from `at`; `line` is the line of `at`."""

    def __init__(self, first_line: int) -> None:
        self.text = ""
        self.at = 0
        self.line = first_line
        self.decoder = json.JSONDecoder(parse_constant=_refuse)
        # Objects spread over lines: known from the first one, because later a broken line looks the same.
        self.is_spread: bool | None = None
        self.is_skipping = False

    def read(self, chunks: Iterable[bytes]) -> Iterator[Found]:
        decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        for chunk in chunks:
            self._add(decode(chunk))
            yield from self._objects(is_all=False)
        self._add(decode(b"", final=True))
        yield from self._objects(is_all=True)

    def _add(self, more: str) -> None:
        self.text = self.text[self.at :] + more
        self.at = 0

    def _go(self, to: int) -> None:
        self.line += self.text.count("\n", self.at, to)
        self.at = to

    def _objects(self, *, is_all: bool) -> Iterator[Found]:
        """Yield the objects that are whole; `is_all` tells that nothing more will come."""
        while True:
            if self.is_skipping and not self._skipped(is_all=is_all):
                return
            match = _BETWEEN.match(self.text, self.at)
            self._go(match.end() if match else self.at)
            if self.at >= len(self.text):
                return
            end = -1 if self.is_spread else self.text.find("\n", self.at)
            try:
                value, after = self.decoder.raw_decode(self.text, self.at)
            except (ValueError, RecursionError) as error:
                if self._may_grow(end, is_all=is_all):
                    return
                yield Found(self.line, None, self._why(error))
                self.is_skipping = True
                continue
            if self.is_spread is None:
                self.is_spread = "\n" in self.text[self.at : after]
            line = self.line
            self._go(after)
            # What is no object is told once a line: a line of 300 million zeros would be as many values.
            self.is_skipping = not isinstance(value, dict)
            yield Found(line, value)

    def _may_grow(self, end: int, *, is_all: bool) -> bool:
        """Tell whether what could not be read may only be incomplete."""
        if is_all or len(self.text) - self.at > LONGEST:
            return False
        if end < 0:
            return True
        # The very first object may be spread over lines; a line that ends like an object is not.
        return self.is_spread is None and not self.text[self.at : end].rstrip().endswith("}")

    def _why(self, error: Exception) -> str:
        if len(self.text) - self.at > LONGEST:
            return f"it is longer than {LONGEST // 1024 // 1024} MB"
        if isinstance(error, RecursionError):
            return "it is nested too deeply"
        if isinstance(error, json.JSONDecodeError):
            return f"it is no JSON ({error.msg})"
        return "it is no JSON"

    def _skipped(self, *, is_all: bool) -> bool:
        """Go to the next line, in text over many lines to the next one that begins an object."""
        mark = re.compile(r"\n(?=\s{0,4}\{)" if self.is_spread else r"\n")
        match = mark.search(self.text, self.at)
        if match:
            self._go(match.end())
        else:
            # A newline at the very end may still be the one.
            self._go(len(self.text) if is_all or not self.is_spread else max(self.at, len(self.text) - 8))
        self.is_skipping = match is None
        return match is not None
