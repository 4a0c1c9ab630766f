"""Patterns of paths in REUSE.toml and dep5, matched in time that doesn't explode, whoever wrote them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

LONGEST = 500
FEW = 2
"""Stars up to which a regular expression is as fast as can be; more take its time to the power of them."""


@dataclass(frozen=True)
class Glob:
    """One pattern as its parts: plain text, "*" (anything but a slash), "**" (anything), "?" (one letter)."""

    parts: tuple[tuple[str, str], ...]

    @cached_property
    def _quick(self) -> re.Pattern[str] | None:
        if sum(kind != "text" for kind, _ in self.parts) > FEW:
            return None
        regex = {"**": ".*", "*": "[^/]*", "?": "."}
        return re.compile(
            "".join(re.escape(text) if kind == "text" else regex[kind] for kind, text in self.parts),
            re.DOTALL,
        )

    def matches(self, path: str) -> bool:
        """Tell whether a path matches as a whole."""
        if self._quick:
            return self._quick.fullmatch(path) is not None
        if self.parts[0][0] == "text" and not path.startswith(self.parts[0][1]):
            return False
        places = {0}
        for kind, text in self.parts:
            places = _after(path, places, kind, text)
            if not places:
                return False
        return len(path) in places


def reuse_glob(pattern: str) -> Glob | None:
    """Read a pattern of REUSE.toml: `*`, `**`, a backslash before a star that is meant; None if too long."""
    parts: list[tuple[str, str]] = []
    place = 0
    while place < len(pattern):
        if pattern.startswith("\\", place) and place + 1 < len(pattern):
            parts.append(("text", pattern[place + 1]))
            place += 2
        elif pattern[place] == "*":
            end = place
            while pattern.startswith("*", end):
                end += 1
            parts.append(("**" if end - place > 1 else "*", ""))
            place = end
        else:
            parts.append(("text", pattern[place]))
            place += 1
    return _joined(pattern, parts)


def dep5_glob(pattern: str) -> Glob | None:
    """Read a pattern of dep5: `*` is anything, slashes too, `?` one letter; None if too long."""
    kinds = {"*": "**", "?": "?"}
    return _joined(pattern, [(kinds.get(each, "text"), "" if each in kinds else each) for each in pattern])


def _joined(pattern: str, parts: list[tuple[str, str]]) -> Glob | None:
    if not parts or len(pattern) > LONGEST:
        return None
    joined: list[tuple[str, str]] = []
    for kind, text in parts:
        if kind == "text" and joined and joined[-1][0] == "text":
            joined[-1] = ("text", joined[-1][1] + text)
        else:
            joined.append((kind, text))
    return Glob(tuple(joined))


def _after(path: str, places: set[int], kind: str, text: str) -> set[int]:
    """Give where a path can stand after one part, when it stood at `places` before it."""
    if kind == "text":
        return {place + len(text) for place in places if path.startswith(text, place)}
    if kind == "?":
        return {place + 1 for place in places if place < len(path)}
    if kind == "**":
        return set(range(min(places), len(path) + 1))
    reached: set[int] = set()
    for place in sorted(places):
        while place not in reached:
            reached.add(place)
            if place == len(path) or path[place] == "/":
                break
            place += 1  # noqa: PLW2901 - walks on to the next slash
    return reached
