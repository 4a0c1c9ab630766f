"""Workflows as text: what stands where, told by the YAML parser, and proof that no edit changed more.

Only the parser's events are looked at, never what they would build: a file that unfolds into billions of
values costs no more than its own length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import yaml

from folkmoot.model.check import Ground

MOST_BYTES = 1_000_000
MOST_FILES = 1_000
DEEPEST = 100
WORKFLOW = re.compile(r"\.github/workflows/[^/]+\.ya?ml", re.IGNORECASE)
ACTION = re.compile(r"(?:.*/)?action\.ya?ml", re.IGNORECASE)
SKIPPED = re.compile(r"(?:^|/)(?:node_modules|vendor|third_party|testdata|fixtures)/")
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Event:
    """One event of the YAML parser: `kind` with what it says; `line` and `column` count from 0."""

    kind: str
    value: str
    line: int
    column: int
    depth: int

    @property
    def said(self) -> tuple[str, str]:
        """Give what the event says, wherever it stands."""
        return self.kind, self.value


def workflow_files(ground: Ground, *, with_actions: bool = False) -> Iterator[tuple[str, str]]:
    """Give (path, text) of every workflow, and of the actions kept here, that is text and not too long."""
    paths = [
        path
        for path in ground.paths()
        if WORKFLOW.fullmatch(path) or (with_actions and ACTION.fullmatch(path) and not SKIPPED.search(path))
    ]
    links = ground.links()
    wanted = [path for path in paths[:MOST_FILES] if path not in links]
    for path, content, size in ground.read_all(wanted, MOST_BYTES):
        if content is None or size > MOST_BYTES:
            continue
        try:
            yield path, content.decode()
        except UnicodeDecodeError:
            continue


def events(text: str) -> list[Event] | None:
    """Give what the parser sees, None for what is no YAML."""
    found: list[Event] = []
    depth = 0
    try:
        for event in yaml.parse(text, Loader=LOADER):
            kind = type(event).__name__.removesuffix("Event")
            if kind.endswith("End"):
                depth -= 1
            told = (getattr(event, "value", ""), getattr(event, "anchor", ""), getattr(event, "tag", ""))
            value = "\0".join(str(part or "") for part in told)
            mark = event.start_mark
            found.append(Event(kind, value, mark.line if mark else 0, mark.column if mark else 0, depth))
            if kind.endswith("Start"):
                depth += 1
            if depth > DEEPEST:
                return None  # libyaml takes time that grows with the square of the depth
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    return found


def pairs(seen: Sequence[Event], start: int) -> Iterator[tuple[str, int, int, int]]:
    """Give (key, its place, where its value begins, where it ends) for the mapping that begins at `start`."""
    place = start + 1
    while place < len(seen) and seen[place].kind != "MappingEnd":
        value = _after(seen, place)
        end = _after(seen, value)
        yield word(seen[place]), place, value, end
        place = end


def _after(seen: Sequence[Event], place: int) -> int:
    """Give the place after what begins at `place`."""
    if not seen[place].kind.endswith("Start"):
        return place + 1
    depth = seen[place].depth
    return next(n for n in range(place + 1, len(seen)) if seen[n].depth == depth) + 1


def word(event: Event) -> str:
    """Give what a scalar says, "" for anything else."""
    return event.value.partition("\0")[0] if event.kind == "Scalar" else ""


def top_keys(seen: Sequence[Event]) -> dict[str, tuple[int, int]]:
    """Give the outermost keys, with the places of key and value; none where that is no block mapping."""
    starts = [event for event in seen if event.kind == "DocumentStart"]
    outer = next((number for number, event in enumerate(seen) if event.kind != "StreamStart"), 0) + 1
    if len(starts) != 1 or outer >= len(seen) or seen[outer].kind != "MappingStart":
        return {}
    found = {key: (place, value) for key, place, value, _ in pairs(seen, outer)}
    return found if all(seen[place].column == 0 for place, _ in found.values()) else {}


def newline_of(text: str) -> str:
    """Give how a text ends its lines."""
    return "\r\n" if "\r\n" in text else "\n"
