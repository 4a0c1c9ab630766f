"""YAML read without types: every scalar stays the text it is, and nothing can be built from it but text.

A date with month 25 or a version 1.10 must not break or change what a document says. Aliases are refused
(they can make a few bytes into gigabytes), and so is anything too large or too deep.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

Plain = str | list["Plain"] | dict[str, "Plain"]

MAX_SIZE = 1 << 18
MAX_DEPTH = 32
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # the C parser is ten times faster where it is


class UnreadableYamlError(ValueError):
    """The text is no YAML that is read here: the line (from 1), and why."""

    def __init__(self, line: int, why: str) -> None:
        super().__init__(why)
        self.line = line
        self.why = why


@dataclass
class Mapping:
    """The outermost mapping of a document: its values, and the line (from 1) on which each key stands."""

    values: dict[str, Plain] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)


def read_mapping(text: str) -> Mapping:
    """Read one document whose outermost thing is a mapping; of a repeated key the last counts.

    Raises UnreadableYamlError for anything else.
    """
    if len(text) > MAX_SIZE:
        raise UnreadableYamlError(1, f"it is longer than {MAX_SIZE >> 10} kB")
    events = yaml.parse(text, Loader=LOADER)
    try:
        while isinstance(event := next(events, None), yaml.StreamStartEvent | yaml.DocumentStartEvent):
            pass
        if not isinstance(event, yaml.MappingStartEvent):
            raise UnreadableYamlError(1, "it is no mapping of keys to values")
        found = Mapping()
        while not isinstance(key := next(events), yaml.MappingEndEvent):
            name = _value(events, key, 1)
            value = _value(events, next(events), 1)
            if isinstance(name, str):
                found.values[name] = value
                found.lines[name] = _line(key)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise UnreadableYamlError(
            mark.line + 1 if mark else 1, str(error.problem or error.context)
        ) from error
    except yaml.YAMLError as error:
        raise UnreadableYamlError(1, "it has characters that YAML does not allow") from error
    except StopIteration as error:
        raise UnreadableYamlError(1, "it ends too early") from error
    return found


def _line(event: yaml.Event) -> int:
    """Give the line (from 1) on which an event begins."""
    return event.start_mark.line + 1 if event.start_mark else 1


def _value(events: Any, event: Any, depth: int) -> Plain:
    """Build what begins with `event`."""
    if isinstance(event, yaml.AliasEvent):
        raise UnreadableYamlError(_line(event), "it uses an alias, which is not read")
    if isinstance(event, yaml.ScalarEvent):
        return str(event.value)
    if depth >= MAX_DEPTH:
        raise UnreadableYamlError(_line(event), f"it is nested over {MAX_DEPTH} deep")
    if isinstance(event, yaml.SequenceStartEvent):
        items: list[Plain] = []
        while not isinstance(inner := next(events), yaml.SequenceEndEvent):
            items.append(_value(events, inner, depth + 1))
        return items
    pairs: dict[str, Plain] = {}
    while not isinstance(inner := next(events), yaml.MappingEndEvent):
        name = _value(events, inner, depth + 1)
        value = _value(events, next(events), depth + 1)
        pairs[name if isinstance(name, str) else str(name)] = value
    return pairs
