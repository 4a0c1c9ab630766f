"""YAML read without types: every scalar stays the text it is and knows its line.

Aliases are followed within the bound on the number of values, so that a bomb is a problem and no explosion.
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
    """Give the first document as dicts, lists and words; None when it is empty. Raises UnreadableError."""
    if len(text) > LARGEST:
        raise UnreadableError(0, f"it is larger than {LARGEST // 1_000_000} MB")
    loader = LOADER(text)
    try:
        node = loader.get_node() if loader.check_node() else None
        return None if node is None else _value(node, [0], 0)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise UnreadableError(mark.line + 1 if mark else 0, "it is no YAML") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise UnreadableError(0, "it is nested too deep, or has characters YAML does not allow") from error
    finally:
        loader.dispose()


def line_of(value: object) -> int:
    """Give the line of a word, 0 for anything else."""
    return value.line if isinstance(value, Word) else 0


def _value(node: Any, count: list[int], depth: int) -> Any:
    count[0] += 1
    if depth > MAX_DEPTH or count[0] > MAX_NODES:
        raise UnreadableError(
            node.start_mark.line + 1, "it is nested too deep, or repeats itself without end"
        )
    if isinstance(node, yaml.ScalarNode):
        return Word(node.value, node.start_mark.line + 1)
    if isinstance(node, yaml.SequenceNode):
        return [_value(each, count, depth + 1) for each in node.value]
    return {
        Word(key.value, key.start_mark.line + 1): _value(value, count, depth + 1)
        for key, value in node.value
        if isinstance(key, yaml.ScalarNode)
    }
