"""YAML, TOML and JSON as plain words: no types, no references, bounded, each word with its line.

A file of roles comes from strangers and needs none of YAML's powers: every scalar stays the text it was
written as (so that a handle `no` or `1e5` stays a handle), references (`*alias`), tags and merge keys are
refused, and depth and size are bounded.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from typing import Any, Self

import yaml

MOST_DEPTH = 30
MOST_NODES = 300_000
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ALIAS = "The file uses references (& and *), which a list of roles does not need."


class Word(str):
    """A text and the line it stands on, counted from 1 (0: not known)."""

    __slots__ = ("line",)
    line: int

    def __new__(cls, text: str, line: int = 0) -> Self:
        """Make a word of `text`."""
        word = super().__new__(cls, text)
        word.line = line
        return word


class NotPlainError(Exception):
    """A document cannot be read; `line` counts from 1."""

    def __init__(self, what: str, line: int = 0) -> None:
        super().__init__(what)
        self.what = what
        self.line = line


def read_yaml(text: str) -> Any:
    """Give the first document of `text` as dicts, lists and words; None when it is empty.

    Raises NotPlainError for anything that is no YAML, uses references, or is too deep or too large.
    """
    try:
        events = yaml.parse(text, Loader=_LOADER)
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                return _node(next(events), events, [0], 0)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise NotPlainError(f"This is no YAML: {error.problem}.", mark.line + 1 if mark else 0) from error
    except (yaml.YAMLError, ValueError) as error:
        raise NotPlainError(f"This is no YAML: {str(error).splitlines()[0]}.") from error
    return None


def _node(event: Any, events: Iterator[Any], count: list[int], depth: int) -> Any:
    count[0] += 1
    line = event.start_mark.line + 1
    if depth > MOST_DEPTH or count[0] > MOST_NODES:
        raise NotPlainError("The file is nested too deeply or has too many entries.", line)
    if isinstance(event, yaml.AliasEvent):
        raise NotPlainError(_ALIAS, line)
    if isinstance(event, yaml.ScalarEvent):
        return Word("" if event.value in ("null", "~") and not event.style else event.value, line)
    if isinstance(event, yaml.SequenceStartEvent):
        items = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(_node(event, events, count, depth + 1))
        return items
    table: dict[Any, Any] = {}
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        key = _node(event, events, count, depth + 1)
        value = _node(next(events), events, count, depth + 1)
        if isinstance(key, str):
            table[key] = value
    return table


def read_toml(text: str) -> dict[str, Any]:
    """Give a TOML document, its texts as words with lines. Raises NotPlainError when it is none."""
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, ValueError) as error:
        line = re.search(r"line (\d+)", str(error))
        raise NotPlainError(f"This is no TOML: {error}.", int(line[1]) if line else 0) from error
    lined: dict[str, Any] = _lined(table, Lines(text))
    return lined


def read_json(text: str) -> Any:
    """Give a JSON document, its texts as words with lines. Raises NotPlainError when it is none."""
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise NotPlainError(f"This is no JSON: {error.msg}.", error.lineno) from error
    except ValueError as error:
        raise NotPlainError("This is no JSON: a number is too long.") from error
    return _lined(value, Lines(text))


class Lines:
    """Finds the lines of words in a text that is read in order."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.place = 0

    def of(self, word: str) -> int:
        """Give the line of the next time `word` stands in quotes, or as a key; 0 when it does not."""
        pattern = re.compile(
            r"[\"']" + re.escape(word) + r"[\"']|^\s*\[*" + re.escape(word) + r"\b", re.MULTILINE
        )
        found = pattern.search(self.text, self.place) or pattern.search(self.text)
        if not found:
            return 0
        self.place = found.end()
        return self.text.count("\n", 0, found.start() + len(found[0]) - len(found[0].lstrip())) + 1


def _lined(value: Any, lines: Lines) -> Any:
    if isinstance(value, dict):
        return {Word(key, lines.of(key)): _lined(inside, lines) for key, inside in value.items()}
    if isinstance(value, list):
        return [_lined(inside, lines) for inside in value]
    if isinstance(value, str):
        return (
            Word(value, lines.of(value)) if value and len(value) < 200 and "\n" not in value else Word(value)
        )
    return value


def words_of(value: Any) -> list[Word]:
    """Give the words of a list, or of a single word; everything else is left out."""
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, Word) and item.strip()]


def line_of(value: Any) -> int:
    """Give the line a value stands on, as far as it is known."""
    return value.line if isinstance(value, Word) else 0
