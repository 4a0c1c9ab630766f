"""YAML read without types: every scalar stays the text it is and knows its line.

An alias weighs as much as what it stands for, so that a bomb is a problem and no explosion.
"""

from __future__ import annotations

from typing import Any, Self

import yaml

from folkmoot.supply.reading.unreadable import UnreadableError

LARGEST = 12_000_000
MAX_DEPTH = 40
MAX_NODES = 600_000
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # ten times faster where libyaml is there


class Word(str):
    """A text and the line it stands on, counted from 1."""

    __slots__ = ("line",)
    line: int

    def __new__(cls, text: str, line: int) -> Self:
        """Make a word of `text`."""
        made = super().__new__(cls, text)
        made.line = line
        return made


def read_yaml(text: str) -> Any:
    """Give the first document as dicts, lists and words; None when it is empty. Raises UnreadableError.

    Built from events, one by one: libyaml builds whole trees by calling itself, and a deep one ends the
    process without a word.
    """
    if len(text) > LARGEST:
        raise UnreadableError(0, f"it is larger than {LARGEST // 1_000_000} MB")
    building = _Building()
    try:
        for event in yaml.parse(text, Loader=LOADER):
            if isinstance(event, yaml.DocumentEndEvent):
                break
            building.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise UnreadableError(mark.line + 1 if mark else 0, "it is no YAML") from error
    except (yaml.YAMLError, ValueError) as error:
        raise UnreadableError(0, "it has characters YAML does not allow") from error
    return building.top[0] if building.top else None


def line_of(value: object) -> int:
    """Give the line of a word, 0 for anything else."""
    return value.line if isinstance(value, Word) else 0


class _Building:
    """A document under construction. `open` holds (collection, its anchor, values counted before it)."""

    def __init__(self) -> None:
        self.top: list[Any] = []
        self.open: list[tuple[Any, str | None, int]] = []
        self.keys: list[Any] = []
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.count = 0

    def take(self, event: Any) -> None:
        """Take the next event."""
        if isinstance(event, yaml.ScalarEvent):
            value = Word(event.value, _line(event))
            self._add(value, 1, event)
            if event.anchor:
                self.anchors[event.anchor] = (value, 1)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            made: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
            if len(self.open) >= MAX_DEPTH:
                raise UnreadableError(_line(event), "it is nested too deep")
            self._add(made, 1, event)
            self.open.append((made, event.anchor, self.count))
            self.keys.append(_NO_KEY)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.keys.pop()
            made, anchor, before = self.open.pop()
            if anchor:
                self.anchors[anchor] = (made, self.count - before + 1)
        elif isinstance(event, yaml.AliasEvent):
            if event.anchor not in self.anchors:
                raise UnreadableError(_line(event), "it refers to what is not there yet")
            value, weight = self.anchors[event.anchor]
            self._add(value, weight, event)

    def _add(self, value: Any, weight: int, event: Any) -> None:
        """Put a value where it belongs; `weight` is how many values it stands for."""
        self.count += weight
        if self.count > MAX_NODES:
            raise UnreadableError(_line(event), "it repeats itself without end")
        if not self.open:
            self.top.append(value)
            return
        holder = self.open[-1][0]
        if isinstance(holder, list):
            holder.append(value)
        elif self.keys[-1] is _NO_KEY:
            self.keys[-1] = value if isinstance(value, str) else None
        else:
            key, self.keys[-1] = self.keys[-1], _NO_KEY
            if key is not None:  # what is no text is no key here
                holder[key] = value


_NO_KEY = object()


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1
