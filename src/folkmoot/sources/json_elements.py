"""The elements of one big JSON object, one after another, in bounded memory whatever the file holds.

The object's lists are taken apart element by element, without building the whole: a file of gigabytes on a
single line costs as much memory as its largest element, and an element over the limit is named and left out.
What stands inside an element is decoded by the standard library alone, so that one broken element loses
nothing but itself.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

ELEMENT = 8_000_000
"""Longest element taken, in bytes."""
_MARKS = re.compile(rb'["{}\[\],:]')
_STRING_END = re.compile(rb'["\\]')
_OPENING, _CLOSING = b"{[", b"}]"


class Element(NamedTuple):
    """One element: the key it stands under, its place in the list there (-1: not in a list), and its value.

    Where it could not be read, `problem` says why and `value` is None.
    """

    key: str
    place: int
    value: Any
    problem: str = ""


class BrokenError(ValueError):
    """The file itself is no JSON object, or ends too early; what came before was good."""


def loads(text: bytes) -> Any:
    """Decode JSON as the standard has it. Raises ValueError for anything else, however deep or long."""
    try:
        return json.loads(text.decode("utf-8-sig"), parse_constant=_refuse)
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error


def _refuse(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


def elements(chunks: Iterable[bytes], limit: int = ELEMENT) -> Iterator[Element]:
    """Yield what a JSON object holds, its lists element by element. Raises BrokenError naming the place."""
    yield from _Scanner(limit).scan(chunks)


class _Scanner:
    """Follows brackets and strings, and cuts the text where an element of level 1 or 2 ends.

    `nested` holds the brackets that are open: one within the object itself, two within a list of it.
    """

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.nested = bytearray()
        self.in_string = self.is_escaped = self.is_done = False
        self.key: str | None = None
        self.place = -1
        self.held = bytearray()
        self.is_too_long = False
        self.offset = self.members = 0

    def scan(self, chunks: Iterable[bytes]) -> Iterator[Element]:
        for chunk in chunks:
            yield from self._chunk(chunk)
            self.offset += len(chunk)
        if not self.is_done:
            raise BrokenError(f"it ends too early, after {self.offset} bytes")

    def _chunk(self, chunk: bytes) -> Iterator[Element]:
        start = at = 0
        size = len(chunk)
        while at < size:
            if self.is_escaped:
                self.is_escaped, at = False, at + 1
                continue
            found = (_STRING_END if self.in_string else _MARKS).search(chunk, at)
            if found is None:
                break
            mark, at = chunk[found.start()], found.end()
            if self.in_string:
                self.is_escaped = mark == 0x5C
                self.in_string = self.is_escaped
            elif mark == 0x22:
                self.in_string = True
            elif self._is_inside(mark):
                if mark in _OPENING:
                    self.nested.append(mark)
                elif mark in _CLOSING:
                    self._close(mark, found.start())
            else:
                self._hold(chunk[start : found.start()])
                start = at
                yield from self._boundary(mark, found.start())
        self._hold(chunk[start:])

    def _is_inside(self, mark: int) -> bool:
        """Tell whether a mark belongs to an element rather than standing between two of them."""
        depth = len(self.nested)
        in_list = depth == 2 and self.place >= 0
        if depth > 2 or (depth == 2 and not in_list):
            return True
        if in_list:
            return mark in _OPENING or mark == 0x3A
        if depth == 1:
            # A list right after the colon is taken apart; an object there is an element of its own.
            return self.key is not None and (mark == 0x7B or mark == 0x3A or (mark == 0x5B and self._any()))
        return False

    def _any(self) -> bool:
        return bool(self.held.strip())

    def _boundary(self, mark: int, at: int) -> Iterator[Element]:
        depth = len(self.nested)
        if depth == 0:
            if mark != 0x7B or self.is_done or self.held.strip(b" \t\r\n\xef\xbb\xbf"):
                raise self._broken("it is no JSON object", at)
            self.held.clear()
            self.nested.append(mark)
        elif depth == 2:
            yield from self._element(at, is_last=mark == 0x5D)
            if mark in _CLOSING:
                self._close(mark, at)
                self.place = -2
        elif mark == 0x3A and self.key is None:
            self.key = self._name(at)
        elif mark == 0x5B and self.key is not None and self.place == -1:
            self.nested.append(mark)
            self.place = 0
        elif mark in b",}":
            yield from self._member(at, is_last=mark == 0x7D)
            if mark == 0x7D:
                self._close(mark, at)
                self.is_done = True
        else:
            raise self._broken(f"{chr(mark)!r} stands where it cannot", at)

    def _member(self, at: int, *, is_last: bool) -> Iterator[Element]:
        if self.place == -2:
            if self._any():
                raise self._broken("something stands after a list", at)
        elif self.key is not None:
            yield self._value(self.key, -1)
        elif self._any() or self.members or not is_last:
            raise self._broken("a name or its value is missing", at)
        self.members += 1
        self.held.clear()
        self.key, self.place, self.is_too_long = None, -1, False

    def _element(self, at: int, *, is_last: bool) -> Iterator[Element]:
        if self._any() or self.is_too_long:
            yield self._value(self.key or "", self.place)
        elif not is_last or self.place:
            raise self._broken("an element is missing", at)
        self.held.clear()
        self.is_too_long = False
        self.place += 1

    def _value(self, key: str, place: int) -> Element:
        if self.is_too_long:
            return Element(key, place, None, f"is longer than {self.limit} bytes")
        try:
            return Element(key, place, loads(bytes(self.held)))
        except ValueError as error:
            return Element(key, place, None, f"is no JSON: {str(error)[:120]}")

    def _name(self, at: int) -> str:
        try:
            name = loads(bytes(self.held))
        except ValueError as error:
            raise self._broken("a name is no JSON", at) from error
        if self.is_too_long or not isinstance(name, str):
            raise self._broken("a name is no text", at)
        self.held.clear()
        return name

    def _hold(self, piece: bytes) -> None:
        if self.is_too_long or len(self.held) + len(piece) > self.limit:
            self.is_too_long = True
            self.held.clear()
        elif not self.is_done or piece.strip():
            if self.is_done:
                raise self._broken("something stands after its end", 0)
            self.held += piece

    def _close(self, mark: int, at: int) -> None:
        if not self.nested or self.nested.pop() != (0x7B if mark == 0x7D else 0x5B):
            raise self._broken("brackets do not match", at)

    def _broken(self, why: str, at: int) -> BrokenError:
        return BrokenError(f"{why}, at byte {self.offset + at}")
