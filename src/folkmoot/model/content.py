"""What kind of content a path holds, told by its name alone."""

from __future__ import annotations

from typing import NamedTuple


class PathClass(NamedTuple):
    """The directory a path is counted under, the kind of its content, and the language it translates into."""

    directory: str
    content: str
    locale: str


def classify(name: str) -> PathClass:
    """Classify one path."""
    first, slash, _ = name.partition("/")
    return PathClass(first if slash else "(top level)", "code", "")
