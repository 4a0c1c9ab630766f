"""YAML read without types: every scalar stays the text it is, and nothing can be built from it but text.

A date with month 25 or a version 1.10 must not break or change what a document says, and a handle `no` must
stay one. Aliases are refused (they can make a few bytes into gigabytes), and so is what is too large or deep.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Self

Plain = str | list["Plain"] | dict[str, "Plain"]

MAX_SIZE = 1 << 18
MAX_DEPTH = 32
MAX_NODES = 300_000


class Word(str):
    """A text and the line it stands on, counted from 1 (0: not known)."""

    __slots__ = ("line",)
    line: int

    def __new__(cls, text: str, line: int = 0) -> Self:
        """Make a word of `text`."""
        word = super().__new__(cls, text)
        word.line = line
        return word


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
    found = read_plain(text)
    if not isinstance(found, dict):
        raise UnreadableYamlError(1, "it is no mapping of keys to values")
    return Mapping({str(key): found[key] for key in found}, {str(key): key.line for key in found})


def read_plain(text: str) -> Any:
    """Give the first document as dicts, lists and words; None when it is empty.

    Keys are words, each with its line; what is no text as a key is left out. Raises UnreadableYamlError.
    """
    import yaml  # loaded where there is any

    # The C parser is ten times faster where it is.
    events = yaml.parse(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    try:
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                return _value(events, next(events), [0], 0)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise UnreadableYamlError(
            mark.line + 1 if mark else 1, str(error.problem or error.context)
        ) from error
    except (yaml.YAMLError, ValueError) as error:
        if isinstance(error, UnreadableYamlError):
            raise
        raise UnreadableYamlError(1, "it has characters that YAML does not allow") from error
    except StopIteration as error:
        raise UnreadableYamlError(1, "it ends too early") from error
    return None


def _value(events: Iterator[Any], event: Any, count: list[int], depth: int) -> Any:
    """Build what begins with `event`; `count` is how many things there are so far."""
    import yaml

    count[0] += 1
    line = event.start_mark.line + 1
    if isinstance(event, yaml.AliasEvent):
        raise UnreadableYamlError(line, "it uses an alias, which is not read")
    if isinstance(event, yaml.ScalarEvent):
        return Word("" if event.value in ("null", "~") and not event.style else event.value, line)
    if depth >= MAX_DEPTH or count[0] > MAX_NODES:
        raise UnreadableYamlError(line, f"it is nested over {MAX_DEPTH} deep, or has too many entries")
    if isinstance(event, yaml.SequenceStartEvent):
        items = []
        while not isinstance(inner := next(events), yaml.SequenceEndEvent):
            items.append(_value(events, inner, count, depth + 1))
        return items
    pairs: dict[Any, Any] = {}
    while not isinstance(inner := next(events), yaml.MappingEndEvent):
        key = _value(events, inner, count, depth + 1)
        value = _value(events, next(events), count, depth + 1)
        if isinstance(key, str):
            pairs.pop(key, None)  # a dict would keep the first key, and with it the first line
            pairs[key] = value
    return pairs
