"""YAML, TOML and JSON as plain words: no types, no references, bounded, each word with its line.

A file of roles comes from strangers and needs none of YAML's powers; see folkmoot.govern.plain_yaml.
"""

from __future__ import annotations

import json
import re
import tomllib
from bisect import bisect_left
from typing import Any

from folkmoot.govern.plain_yaml import UnreadableYamlError, Word, read_plain

_WORDS = re.compile(
    r"\"(?P<double>(?:[^\"\\\n]|\\.)*)\"|'(?P<single>[^'\n]*+)'|^[ \t]*\[*(?P<key>[\w.-]++)", re.MULTILINE
)
"""Words in quotes, and the keys at the beginning of lines."""
MARK = "\ufeff"
"""A byte order mark, with which some editors begin a file."""


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
        return read_plain(text)
    except UnreadableYamlError as error:
        raise NotPlainError(f"This is no YAML that is read here: {error.why}.", error.line) from error


def read_toml(text: str) -> dict[str, Any]:
    """Give a TOML document, its texts as words with lines. Raises NotPlainError when it is none."""
    try:
        table = tomllib.loads(text.removeprefix(MARK))
        lined: dict[str, Any] = _lined(table, Lines(text))
    except RecursionError as error:
        raise NotPlainError("This TOML is nested too deeply to be read here.") from error
    except (tomllib.TOMLDecodeError, ValueError) as error:
        line = re.search(r"line (\d+)", str(error))
        raise NotPlainError(f"This is no TOML: {error}.", int(line[1]) if line else 0) from error
    return lined


def read_json(text: str) -> Any:
    """Give a JSON document, its texts as words with lines. Raises NotPlainError when it is none."""
    try:
        return _lined(json.loads(text.removeprefix(MARK)), Lines(text))
    except RecursionError as error:
        raise NotPlainError("This JSON is nested too deeply to be read here.") from error
    except json.JSONDecodeError as error:
        raise NotPlainError(f"This is no JSON: {error.msg}.", error.lineno) from error
    except ValueError as error:
        raise NotPlainError("This is no JSON: a number is too long.") from error


class Lines:
    """Finds the lines of words in a text that is read in order; the text is gone through once."""

    def __init__(self, text: str) -> None:
        self.place = 0
        self.ends = [match.start() for match in re.finditer("\n", text)]
        self.places: dict[str, list[int]] = {}
        for match in _WORDS.finditer(text):
            start = match.start(match.lastgroup or 0)
            told = match[match.lastgroup or 0]
            if match.lastgroup == "key":
                for word in dict.fromkeys((told, *told.split("."))):
                    self.places.setdefault(word, []).append(start)
            else:
                self.places.setdefault(_unescaped(told) if "\\" in told else told, []).append(start)

    def of(self, word: str) -> int:
        """Give the line of the next time `word` stands in quotes, or as a key; 0 when it does not."""
        found = self.places.get(word)
        if not found:
            return 0
        following = bisect_left(found, self.place)
        start = found[following if following < len(found) else 0]
        self.place = start + 1
        return bisect_left(self.ends, start) + 1


def _unescaped(told: str) -> str:
    try:
        return str(json.loads(f'"{told}"'))
    except ValueError:
        return told


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
